using System;
using Minato.Interop.Linux.Bpf;

namespace Minato.Wire.Bpf;

internal sealed partial class BpfAssembler
{
    /// <summary>target = source.</summary>
    public void Move(BpfRegister target, BpfRegister source) => Compute(BpfOperation.Move, target, source);

    /// <summary>target = number, its sign spread over 64 bits.</summary>
    public void Move(BpfRegister target, int number) => Compute(BpfOperation.Move, target, number);

    /// <summary>Does something with all 64 bits of target and source.</summary>
    public void Compute(BpfOperation operation, BpfRegister target, BpfRegister source) =>
        AppendTo(target, BpfCode.BPF_ALU64 | BpfCode.BPF_X | (int)operation, (int)source, 0);

    /// <summary>Does something with all 64 bits of target and a number.</summary>
    public void Compute(BpfOperation operation, BpfRegister target, int number) =>
        AppendTo(target, BpfCode.BPF_ALU64 | BpfCode.BPF_K | (int)operation, 0, Operand(operation, number, bits: 64));

    /// <summary>Does something with the low 32 bits of both; the high ones become zero.</summary>
    public void Compute32(BpfOperation operation, BpfRegister target, BpfRegister source) =>
        AppendTo(target, BpfCode.BPF_ALU | BpfCode.BPF_X | (int)operation, (int)source, 0);

    /// <summary>Does something with the low 32 bits of target and a number; the high ones become zero.</summary>
    public void Compute32(BpfOperation operation, BpfRegister target, int number) =>
        AppendTo(target, BpfCode.BPF_ALU | BpfCode.BPF_K | (int)operation, 0, Operand(operation, number, bits: 32));

    /// <summary>target = -target.</summary>
    public void Negate(BpfRegister target) => AppendTo(target, BpfCode.BPF_ALU64 | BpfCode.BPF_NEG, 0, 0);

    /// <summary>target = the memory at address + offset; bits that are not read become zero.</summary>
    public void Load(BpfWidth width, BpfRegister target, BpfRegister address, int offset)
    {
        CheckStack(width, address, offset);
        RefuseFrame(target);
        Append(BpfCode.BPF_LDX | BpfCode.BPF_MEM | (int)width, target, (int)address, offset, 0);
    }

    /// <summary>The memory at address + offset = source.</summary>
    public void Store(BpfWidth width, BpfRegister address, int offset, BpfRegister source)
    {
        CheckStack(width, address, offset);
        Append(BpfCode.BPF_STX | BpfCode.BPF_MEM | (int)width, address, (int)source, offset, 0);
    }

    /// <summary>The memory at address + offset = number.</summary>
    public void Store(BpfWidth width, BpfRegister address, int offset, int number)
    {
        CheckStack(width, address, offset);
        Append(BpfCode.BPF_ST | BpfCode.BPF_MEM | (int)width, address, 0, offset, number);
    }

    /// <summary>target = a number of 64 bits.</summary>
    public void LoadNumber(BpfRegister target, ulong number) => LoadWide(target, 0, (int)number, (int)(number >> 32));

    /// <summary>target = the map behind an open descriptor.</summary>
    public void LoadMap(BpfRegister target, int descriptor) => LoadWide(target, BpfCode.BPF_PSEUDO_MAP_FD, descriptor, 0);

    /// <summary>Goes to the label.</summary>
    public void Jump(BpfLabel label) => AppendJump(BpfCode.BPF_JMP | BpfCode.BPF_JA, BpfRegister.R0, 0, 0, label);

    /// <summary>Goes to the label when the comparison of all 64 bits holds.</summary>
    public void JumpIf(BpfTest test, BpfRegister left, BpfRegister right, BpfLabel label) =>
        AppendJump(BpfCode.BPF_JMP | BpfCode.BPF_X | (int)test, left, (int)right, 0, label);

    /// <summary>The same with a number, its sign spread over 64 bits.</summary>
    public void JumpIf(BpfTest test, BpfRegister left, int right, BpfLabel label) =>
        AppendJump(BpfCode.BPF_JMP | BpfCode.BPF_K | (int)test, left, 0, right, label);

    /// <summary>Goes to the label when the comparison of the low 32 bits holds.</summary>
    public void JumpIf32(BpfTest test, BpfRegister left, BpfRegister right, BpfLabel label) =>
        AppendJump(BpfCode.BPF_JMP32 | BpfCode.BPF_X | (int)test, left, (int)right, 0, label);

    /// <summary>The same with a number.</summary>
    public void JumpIf32(BpfTest test, BpfRegister left, int right, BpfLabel label) =>
        AppendJump(BpfCode.BPF_JMP32 | BpfCode.BPF_K | (int)test, left, 0, right, label);

    /// <summary>Goes to the label when the kernel thinks that this has run long enough (since 6.9): what bounds a loop that nothing else does.</summary>
    public void MayGoto(BpfLabel label) => AppendJump(BpfCode.BPF_JMP | BpfCode.BPF_JCOND, BpfRegister.R0, BpfCode.BPF_MAY_GOTO, 0, label);

    /// <summary>Calls one of <see cref="BpfFunction"/>.</summary>
    public void CallHelper(int helper) => Append(BpfCode.BPF_JMP | BpfCode.BPF_CALL, BpfRegister.R0, 0, 0, helper);

    /// <summary>Calls a function that the kernel itself opens to programs, by its type id in the kernel's BTF.</summary>
    public void CallKernel(int function) =>
        Append(BpfCode.BPF_JMP | BpfCode.BPF_CALL, BpfRegister.R0, BpfCode.BPF_PSEUDO_KFUNC_CALL, 0, function);

    /// <summary>Ends; R0 is the result.</summary>
    public void Exit() => Append(BpfCode.BPF_JMP | BpfCode.BPF_EXIT, BpfRegister.R0, 0, 0, 0);

    private void LoadWide(BpfRegister target, int source, int low, int high)
    {
        RefuseFrame(target);
        Append(BpfCode.BPF_LD | BpfCode.BPF_IMM | BpfCode.BPF_DW, target, source, 0, low);
        Append(0, BpfRegister.R0, 0, 0, high);
    }

    private void AppendJump(int code, BpfRegister left, int right, int number, BpfLabel label)
    {
        _ = PlaceOf(label);
        Append(code, left, right, 0, number, (short)label.Number);
    }

    private void AppendTo(BpfRegister target, int code, int source, int number)
    {
        RefuseFrame(target);
        Append(code, target, source, 0, number);
    }

    private static void RefuseFrame(BpfRegister target)
    {
        if (target == BpfRegister.Frame) throw new ArgumentException("the frame pointer cannot be written", nameof(target));
    }

    private static int Operand(BpfOperation operation, int number, int bits) => operation switch
    {
        BpfOperation.Divide or BpfOperation.Remainder when number == 0 => throw new ArgumentException("a division by zero", nameof(number)),
        BpfOperation.ShiftLeft or BpfOperation.ShiftRight or BpfOperation.ShiftRightSigned when (uint)number >= (uint)bits =>
            throw new ArgumentException("a shift by " + number + " of " + bits + " bits", nameof(number)),
        _ => number,
    };

    private static void CheckStack(BpfWidth width, BpfRegister address, int offset)
    {
        int bytes = width switch
        {
            BpfWidth.Bits8 => 1,
            BpfWidth.Bits16 => 2,
            BpfWidth.Bits32 => 4,
            _ => 8,
        };
        if (address == BpfRegister.Frame && (offset < -StackSize || offset > -bytes))
            throw new ArgumentException("the stack has " + StackSize + " bytes below the frame pointer, not " + offset, nameof(offset));
    }
}
