using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Filter.Kernel;

/// <summary>Bytes → instructions.</summary>
internal static class KernelDisassembler
{
    /// <summary>All instructions in the order in which they stand, or null when the program is damaged.</summary>
    public static List<KernelInstruction>? Disassemble(ReadOnlySpan<byte> program)
    {
        List<KernelInstruction> instructions = [];
        while (!program.IsEmpty)
        {
            if (Read(program) is not { } instruction || instruction.Yes < instruction.Condition.Size || instruction.Yes > program.Length) return null;
            instructions.Add(instruction);
            program = program[instruction.Yes..];
        }

        return instructions;
    }

    /// <summary>Reads one instruction; null when there is none, or it is cut or of no known kind.</summary>
    public static KernelInstruction? Read(ReadOnlySpan<byte> program)
    {
        if (program.Length < 4 || program[0] > (byte)KernelCode.Cgroup) return null;
        KernelCondition condition = new((KernelCode)program[0]);
        ReadOnlySpan<byte> operand = program[4..];
        if (condition.Code is KernelCode.LocalEnd or KernelCode.PeerEnd)
        {
            if (operand.Length < 8) return null;
            SocketFamily? family = operand[0] switch
            {
                KernelFamily.AfInet => SocketFamily.Inet,
                KernelFamily.AfInet6 => SocketFamily.Inet6,
                _ => null,
            };
            if (family is null && operand[0] != KernelFamily.AfUnspec) return null;
            condition = condition with { Family = family, PrefixLength = operand[1], Port = BitConverter.ToInt32(operand[4..]) };
        }

        if (program.Length < condition.Size) return null;
        byte yes = program[1];
        ushort no = BitConverter.ToUInt16(program[2..]);
        return new KernelInstruction(ReadOperand(condition, operand), yes, no);
    }

    private static KernelCondition ReadOperand(KernelCondition condition, ReadOnlySpan<byte> operand) => condition.Code switch
    {
        KernelCode.LocalEnd or KernelCode.PeerEnd => condition.Family switch
        {
            SocketFamily.Inet => condition with { Address = IpAddr.FromBytes(operand.Slice(8, 4)) },
            SocketFamily.Inet6 => condition with { Address = IpAddr.FromBytes(operand.Slice(8, 16)) },
            _ => condition,
        },
        KernelCode.Device => condition with { Number = BitConverter.ToUInt32(operand) },
        KernelCode.Mark => condition with { Number = BitConverter.ToUInt32(operand), Mask = BitConverter.ToUInt32(operand[4..]) },
        KernelCode.Cgroup => condition with { CgroupId = BitConverter.ToUInt64(operand) },
        KernelCode.Nop or KernelCode.Jump or KernelCode.AutoBound => condition,
        _ => condition with { Port = BitConverter.ToUInt16(operand[2..]) },
    };
}
