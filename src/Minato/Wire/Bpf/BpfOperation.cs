using Minato.Interop.Linux.Bpf;

namespace Minato.Wire.Bpf;

/// <summary>What is done with two numbers; the first takes the result.</summary>
internal enum BpfOperation : byte
{
    Add = BpfCode.BPF_ADD,
    Subtract = BpfCode.BPF_SUB,
    Multiply = BpfCode.BPF_MUL,

    /// <summary>Unsigned.</summary>
    Divide = BpfCode.BPF_DIV,
    Or = BpfCode.BPF_OR,
    And = BpfCode.BPF_AND,
    ShiftLeft = BpfCode.BPF_LSH,

    /// <summary>Zeros come in.</summary>
    ShiftRight = BpfCode.BPF_RSH,

    /// <summary>Unsigned.</summary>
    Remainder = BpfCode.BPF_MOD,
    Xor = BpfCode.BPF_XOR,
    Move = BpfCode.BPF_MOV,

    /// <summary>The sign comes in.</summary>
    ShiftRightSigned = BpfCode.BPF_ARSH,
}

/// <summary>How two numbers are compared.</summary>
internal enum BpfTest : byte
{
    Equal = BpfCode.BPF_JEQ,
    Greater = BpfCode.BPF_JGT,
    GreaterOrEqual = BpfCode.BPF_JGE,

    /// <summary>Whether they have a bit in common.</summary>
    AnyBit = BpfCode.BPF_JSET,
    NotEqual = BpfCode.BPF_JNE,
    SignedGreater = BpfCode.BPF_JSGT,
    SignedGreaterOrEqual = BpfCode.BPF_JSGE,
    Less = BpfCode.BPF_JLT,
    LessOrEqual = BpfCode.BPF_JLE,
    SignedLess = BpfCode.BPF_JSLT,
    SignedLessOrEqual = BpfCode.BPF_JSLE,
}

/// <summary>How many bits of memory are read or written.</summary>
internal enum BpfWidth : byte
{
    Bits32 = BpfCode.BPF_W,
    Bits16 = BpfCode.BPF_H,
    Bits8 = BpfCode.BPF_B,
    Bits64 = BpfCode.BPF_DW,
}

/// <summary>A place in a program that jumps lead to.</summary>
/// <param name="Number">Its number in its program.</param>
internal readonly record struct BpfLabel(int Number);
