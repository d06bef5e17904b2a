using System;
using System.Collections.Generic;
using System.Globalization;
using Minato.Interop.Linux.Bpf;

namespace Minato.Tests.Wire.Bpf;

/// <summary>
/// Reads instructions as the standard writes them down (RFC 9669), in the words of the kernel's own verifier; knows nothing of
/// the code under test but the struct.
/// </summary>
internal static class BpfDisassembler
{
    private static readonly string[] Operators = ["+=", "-=", "*=", "/=", "|=", "&=", "<<=", ">>=", "", "%=", "^=", "=", "s>>="];
    private static readonly string[] Tests = ["", "==", ">", ">=", "&", "!=", "s>", "s>=", "", "", "<", "<=", "s<", "s<="];
    private static readonly string[] Widths = ["u32", "u16", "u8", "u64"];

    public static List<string> Text(ReadOnlySpan<BpfInsn> program)
    {
        List<string> lines = [];
        for (int at = 0; at < program.Length; at++)
        {
            BpfInsn instruction = program[at];
            if (instruction.code == 0x18) lines.Add(Wide(instruction, program[++at]));
            else lines.Add(One(instruction));
        }

        return lines;
    }

    private static string One(BpfInsn i) => (i.code & 7) switch
    {
        1 when (i.code & 0xE0) == 0x60 => $"r{Target(i)} = {Memory(i, Source(i))}",
        2 when (i.code & 0xE0) == 0x60 => $"{Memory(i, Target(i))} = {i.imm}",
        3 when (i.code & 0xE0) == 0x60 => $"{Memory(i, Target(i))} = r{Source(i)}",
        4 => Arithmetic(i, 'w'),
        5 => Jump(i, 'r'),
        6 => Jump(i, 'w'),
        7 => Arithmetic(i, 'r'),
        _ => "?",
    };

    private static string Memory(BpfInsn i, int address) => string.Create(CultureInfo.InvariantCulture, $"*({Widths[i.code >> 3 & 3]} *)(r{address} {i.off:+0;-0;+0})");

    private static string Arithmetic(BpfInsn i, char register)
    {
        int operation = i.code >> 4;
        if (operation == 8) return $"{register}{Target(i)} = -{register}{Target(i)}";
        return $"{register}{Target(i)} {Operators[operation]} {Operand(i, register)}";
    }

    private static string Jump(BpfInsn i, char register)
    {
        string way = string.Create(CultureInfo.InvariantCulture, $"goto pc{i.off:+0;-0;+0}");
        return (i.code >> 4) switch
        {
            0 => way,
            8 => Source(i) == 2 ? $"call kernel#{i.imm}" : $"call {i.imm}",
            9 => "exit",
            14 => "may_" + way,
            int test => $"if {register}{Target(i)} {Tests[test]} {((i.code & 8) != 0 ? Operand(i, register) : $"0x{i.imm:x}")} {way}",
        };
    }

    private static string Operand(BpfInsn i, char register) => (i.code & 8) != 0 ? $"{register}{Source(i)}" : i.imm.ToString(CultureInfo.InvariantCulture);

    private static string Wide(BpfInsn low, BpfInsn high)
    {
        Assert.Equal((0, 0, 0), (high.code, high.registers, high.off));
        if (Source(low) == 1) return $"r{Target(low)} = map#{low.imm}";
        return $"r{Target(low)} = 0x{(ulong)(uint)high.imm << 32 | (uint)low.imm:x}";
    }

    private static int Target(BpfInsn i) => i.registers & 15;

    private static int Source(BpfInsn i) => i.registers >> 4;
}
