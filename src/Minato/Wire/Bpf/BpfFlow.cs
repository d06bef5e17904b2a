using System;
using Minato.Interop.Linux.Bpf;

namespace Minato.Wire.Bpf;

/// <summary>Where a program can go from each of its instructions.</summary>
internal static class BpfFlow
{
    private const int ClassMask = 7;
    private const int OperationMask = 0xF0;

    /// <summary>Throws where a way leads out of the program, into the middle of an instruction, or nowhere: as the verifier would refuse it.</summary>
    public static void Check(ReadOnlySpan<BpfInsn> program)
    {
        if (program.IsEmpty) throw new InvalidOperationException("a program without instructions");
        bool[] isReached = new bool[program.Length];
        int[] waiting = new int[program.Length];
        int count = 0;
        Reach(0);
        while (count > 0)
        {
            int at = waiting[--count];
            int next = at + (IsWide(program[at]) ? 2 : 1);
            if (IsExit(program[at])) continue;
            if (!IsAlways(program[at])) Reach(next);
            if (IsJump(program[at])) Reach(next + program[at].off);
        }

        for (int at = 0; at < program.Length; at += IsWide(program[at]) ? 2 : 1)
        {
            if (!isReached[at]) throw new InvalidOperationException("no way leads to the instruction at " + at);
        }

        void Reach(int at)
        {
            if ((uint)at >= (uint)isReached.Length) throw new InvalidOperationException("a way leads out of the program");
            if (isReached[at]) return;
            isReached[at] = true;
            waiting[count++] = at;
        }
    }

    private static bool IsWide(in BpfInsn instruction) => instruction.code == (BpfCode.BPF_LD | BpfCode.BPF_IMM | BpfCode.BPF_DW);

    private static bool IsExit(in BpfInsn instruction) => instruction.code == (BpfCode.BPF_JMP | BpfCode.BPF_EXIT);

    private static bool IsAlways(in BpfInsn instruction) => instruction.code == (BpfCode.BPF_JMP | BpfCode.BPF_JA);

    private static bool IsJump(in BpfInsn instruction) =>
        (instruction.code & ClassMask) is BpfCode.BPF_JMP or BpfCode.BPF_JMP32 && (instruction.code & OperationMask) != BpfCode.BPF_CALL;
}
