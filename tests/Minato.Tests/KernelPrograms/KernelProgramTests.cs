using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;
using Minato.KernelPrograms;
using Minato.Tests.Wire.Bpf;
using Minato.Wire.Bpf;
using Read = Minato.Interop.Linux.Libc.Read;

namespace Minato.Tests.KernelPrograms;

/// <summary>Programs in the kernel of this machine.</summary>
public sealed class KernelProgramTests
{
    private readonly uint _target;

    public KernelProgramTests()
    {
        int[] answers = new int[1];
        string? missing = KernelTypes.OfThisMachine().Answer("func bpf_iter_task"u8, answers);
        Assert.SkipWhen(missing is not null, missing ?? "");
        Assert.SkipWhen(answers[0] < 0, "this kernel has no task iterator");
        int errno = KernelProgram.LoadIterator("minato_test"u8, Constant(0), (uint)answers[0], out SafeFd program);
        program.Dispose();
        Assert.SkipWhen(errno is Errno.EPERM, "this process may not load programs");
        _target = (uint)answers[0];
    }

    [Fact]
    public void A_program_runs_for_each_task_and_its_records_are_read()
    {
        BpfAssembler code = new();
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R1, 0);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R1, 0);
        code.Store(BpfWidth.Bits64, BpfRegister.Frame, -8, 0x1234567);
        code.Move(BpfRegister.R2, BpfRegister.Frame);
        code.Compute(BpfOperation.Add, BpfRegister.R2, -8);
        code.Move(BpfRegister.R3, 8);
        code.CallHelper(BpfFunction.BPF_FUNC_seq_write);
        code.Move(BpfRegister.R0, 0);
        code.Exit();

        Assert.Equal(0, KernelProgram.LoadIterator("minato_test"u8, code.Assemble(), _target, out SafeFd program));
        using (program)
        {
            Assert.Equal(0, KernelProgram.Iterate(program, [], out SafeFd records));
            using (records)
            {
                byte[] bytes = new byte[4096];
                int got = Read.Call(records, bytes);
                Assert.True(got > 8 && got % 8 == 0);
                foreach (ulong record in MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(0, got))) Assert.Equal(0x1234567ul, record);
            }
        }
    }

    [Fact]
    public void The_verifier_says_what_it_refuses()
    {
        // Reads a register that nothing was put into.
        BpfAssembler code = new();
        code.Move(BpfRegister.R0, BpfRegister.R7);
        code.Exit();
        BpfInsn[] program = code.Assemble();

        Assert.Equal(Errno.EACCES, KernelProgram.LoadIterator("minato_test"u8, program, _target, out SafeFd none));
        none.Dispose();
        Assert.Contains("R7 !read_ok", KernelProgram.ExplainRefusal("minato_test"u8, program, _target), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kernel_reads_the_instructions_as_we_wrote_them()
    {
        // What it explains begins with each instruction that it passed; the last one is what it refuses.
        BpfAssembler code = new();
        BpfLabel end = code.NewLabel();
        code.Move(BpfRegister.R6, BpfRegister.R1);
        code.Move(BpfRegister.R2, -7);
        code.Compute(BpfOperation.ShiftRightSigned, BpfRegister.R2, 1);
        code.Compute(BpfOperation.And, BpfRegister.R2, 255);
        code.Compute32(BpfOperation.Add, BpfRegister.R2, 3);
        code.Compute(BpfOperation.Subtract, BpfRegister.R2, BpfRegister.R2);
        code.Store(BpfWidth.Bits16, BpfRegister.Frame, -2, 5);
        code.Store(BpfWidth.Bits8, BpfRegister.Frame, -3, BpfRegister.R2);
        code.Load(BpfWidth.Bits8, BpfRegister.R4, BpfRegister.Frame, -3);
        code.JumpIf(BpfTest.SignedLess, BpfRegister.R2, -1, end);
        code.JumpIf32(BpfTest.NotEqual, BpfRegister.R2, BpfRegister.R2, end);
        code.LoadNumber(BpfRegister.R3, 0x123456789A);
        code.Place(end);
        code.Move(BpfRegister.R0, BpfRegister.R9);
        code.Exit();
        BpfInsn[] program = code.Assemble();

        string log = KernelProgram.ExplainRefusal("minato_test"u8, program, _target);
        List<string> ours = BpfDisassembler.Text(program);
        foreach (string line in ours.GetRange(0, ours.IndexOf("r0 = r9"))) Assert.Contains(") " + line, log, StringComparison.Ordinal);
    }

    private static BpfInsn[] Constant(int result)
    {
        BpfAssembler code = new();
        code.Move(BpfRegister.R0, result);
        code.Exit();
        return code.Assemble();
    }
}
