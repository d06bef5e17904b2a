using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Minato.Tests.Architecture;

/// <summary>Walks the instructions of a method body and gives the metadata tokens among their operands.</summary>
internal static class IlTokens
{
    /// <summary>First byte of the instructions whose code takes two (ECMA-335 III.1.2.1).</summary>
    private const byte TwoByteCode = 0xFE;

    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> In(MethodBodyBlock body)
    {
        BlobReader il = body.GetILReader();
        List<EntityHandle> tokens = [];
        while (il.RemainingBytes > 0)
        {
            OperandType operand = Operands[ReadCode(ref il)];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig
                or OperandType.InlineTok or OperandType.InlineType)
            {
                tokens.Add(MetadataTokens.EntityHandle(il.ReadInt32()));
            }
            else
            {
                int size = operand == OperandType.InlineSwitch ? il.ReadInt32() * sizeof(int) : SizeOf(operand);
                il.Offset += size;
            }
        }

        return tokens;
    }

    private static short ReadCode(ref BlobReader il)
    {
        byte first = il.ReadByte();
        return first == TwoByteCode ? (short)((first << 8) | il.ReadByte()) : first;
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineBrTarget or OperandType.InlineI or OperandType.InlineString or OperandType.ShortInlineR => 4,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => throw new NotSupportedException($"the IL operand {operand} has no known size"),
    };
}
