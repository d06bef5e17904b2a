using System;

namespace Minato.Filter.Kernel;

/// <summary>
/// Whether the kernel would take a program: every instruction whole and known, every way leads on to an instruction's
/// start or just behind the end, and the straight way ends at the end (net/ipv4/inet_diag.c, inet_diag_bc_audit).
/// </summary>
internal static class KernelVerifier
{
    private const int HeadSize = 4;
    private const int BitsPerByte = 8;

    public static bool IsValid(ReadOnlySpan<byte> program)
    {
        if (program.Length < HeadSize) return false;

        // A way may lead only to the starts that the straight way passes, and to the end itself.
        Span<bool> starts = program.Length < 1024 ? stackalloc bool[program.Length + 1] : new bool[program.Length + 1];
        starts.Clear();
        int at = 0;
        while (at < program.Length)
        {
            starts[at] = true;
            int yes = program[at + 1];
            if (KernelDisassembler.Read(program[at..]) is not { } instruction || !IsWhole(in instruction) || yes < instruction.Condition.Size || !IsStep(yes)) return false;
            at += yes;
            if (at < program.Length && program.Length - at < HeadSize) return false;
        }

        if (at != program.Length) return false;
        starts[at] = true;
        return AllWaysLeadOn(program, starts);
    }

    private static bool AllWaysLeadOn(ReadOnlySpan<byte> program, ReadOnlySpan<bool> starts)
    {
        for (int at = 0; at < program.Length; at += program[at + 1])
        {
            KernelInstruction instruction = KernelDisassembler.Read(program[at..])!.Value;
            if (instruction.Condition.Code == KernelCode.Nop) continue;
            int left = program.Length - at;
            if (instruction.No < instruction.Condition.Size || instruction.No > left + HeadSize || !IsStep(instruction.No)) return false;
            if (instruction.No <= left && !starts[at + instruction.No]) return false;
        }

        return true;
    }

    private static bool IsWhole(in KernelInstruction instruction)
    {
        int bits = instruction.Condition.Family switch
        {
            Model.SocketFamily.Inet => 4 * BitsPerByte,
            Model.SocketFamily.Inet6 => 16 * BitsPerByte,
            _ => 0,
        };
        return instruction.Condition.PrefixLength <= bits;
    }

    private static bool IsStep(int offset) => (offset & 3) == 0;
}
