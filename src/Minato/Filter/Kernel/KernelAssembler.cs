using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Filter.Kernel;

/// <summary>
/// Steps → bytes. Each "yes" goes to the next instruction, as the kernel's check of jump targets wants it: an answer that
/// leads elsewhere does so by a jump that follows.
/// </summary>
internal static class KernelAssembler
{
    /// <summary>The longest program: a netlink attribute says its length in 16 bits, its own head of 4 bytes included.</summary>
    public const int MaxSize = ushort.MaxValue - 4 & ~3;

    // A jump to here or beyond the program's end by this much is a no.
    private const int BeyondEnd = 4;
    private const int JumpSize = 4;

    /// <summary>The program, or null when it would be longer than <see cref="MaxSize"/>.</summary>
    public static byte[]? Assemble(ReadOnlySpan<FlowStep> steps, ReadOnlySpan<KernelCondition> leaves)
    {
        int[] starts = new int[steps.Length + 1];
        for (int i = 0; i < steps.Length; i++)
        {
            int size = leaves[steps[i].Leaf].Size + (steps[i].Yes == i + 1 ? 0 : JumpSize);
            starts[i + 1] = starts[i] + size;
            if (starts[i + 1] > MaxSize) return null;
        }

        byte[] program = new byte[starts[^1]];
        for (int i = 0; i < steps.Length; i++)
        {
            FlowStep step = steps[i];
            KernelCondition condition = leaves[step.Leaf];
            Write(program.AsSpan(starts[i]), condition, Target(starts, step.No) - starts[i]);
            int jump = starts[i] + condition.Size;
            if (jump != starts[i + 1]) Write(program.AsSpan(jump), new KernelCondition(KernelCode.Jump), Target(starts, step.Yes) - jump);
        }

        return program;
    }

    /// <summary>A program that asks one more question first, or null when it would be longer than <see cref="MaxSize"/>.</summary>
    public static byte[]? Prepend(in KernelCondition condition, ReadOnlySpan<byte> program)
    {
        int size = condition.Size + program.Length;
        if (size > MaxSize) return null;
        byte[] longer = new byte[size];
        Write(longer, in condition, size + BeyondEnd);

        // What leaves the program on either way leaves this one too: both ends have moved by the same distance.
        program.CopyTo(longer.AsSpan(condition.Size));
        return longer;
    }

    /// <summary>Instructions as they were taken apart → the same bytes.</summary>
    public static byte[] Write(List<KernelInstruction> instructions)
    {
        int size = 0;
        foreach (KernelInstruction instruction in instructions) size += instruction.Yes;
        byte[] program = new byte[size];
        int at = 0;
        foreach (KernelInstruction instruction in instructions)
        {
            Write(program.AsSpan(at), instruction.Condition, instruction.No);
            program[at + 1] = instruction.Yes;
            at += instruction.Yes;
        }

        return program;
    }

    private static int Target(int[] starts, int step) => step == FlowStep.Reject ? starts[^1] + BeyondEnd : starts[step];

    private static void Write(Span<byte> place, in KernelCondition condition, int no)
    {
        place[0] = (byte)condition.Code;
        place[1] = (byte)condition.Size;
        BitConverter.TryWriteBytes(place[2..], (ushort)no);
        Span<byte> operand = place[4..];
        switch (condition.Code)
        {
            case KernelCode.LocalEnd or KernelCode.PeerEnd:
                WriteEnd(operand, in condition);
                break;
            case KernelCode.Device:
                BitConverter.TryWriteBytes(operand, condition.Number);
                break;
            case KernelCode.Mark:
                BitConverter.TryWriteBytes(operand, condition.Number);
                BitConverter.TryWriteBytes(operand[4..], condition.Mask);
                break;
            case KernelCode.Cgroup:
                BitConverter.TryWriteBytes(operand, condition.CgroupId);
                break;
            case KernelCode.Nop or KernelCode.Jump or KernelCode.AutoBound:
                break;
            default:
                // A port stands where a second head's "no" would: struct inet_diag_bc_op.
                BitConverter.TryWriteBytes(operand[2..], (ushort)condition.Port);
                break;
        }
    }

    // struct inet_diag_hostcond: family, prefix length, port, address.
    private static void WriteEnd(Span<byte> operand, in KernelCondition condition)
    {
        operand[0] = condition.Family switch
        {
            SocketFamily.Inet => KernelFamily.AfInet,
            SocketFamily.Inet6 => KernelFamily.AfInet6,
            _ => KernelFamily.AfUnspec,
        };
        operand[1] = condition.PrefixLength;
        BitConverter.TryWriteBytes(operand[4..], condition.Port);
        if (condition.Family is not null) condition.Address.CopyTo(operand[8..]);
    }
}
