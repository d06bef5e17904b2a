namespace Minato.Interop.Linux.Bpf;

/// <summary>Parts of the first byte of an instruction, and what its source register says where it names no register.</summary>
[NativeConstants("linux/bpf.h")]
internal static class BpfCode
{
    public const byte BPF_LD = 0x00;
    public const byte BPF_LDX = 0x01;
    public const byte BPF_ST = 0x02;
    public const byte BPF_STX = 0x03;
    public const byte BPF_ALU = 0x04;
    public const byte BPF_JMP = 0x05;
    public const byte BPF_JMP32 = 0x06;
    public const byte BPF_ALU64 = 0x07;
    public const byte BPF_IMM = 0x00;
    public const byte BPF_MEM = 0x60;
    public const byte BPF_K = 0x00;
    public const byte BPF_X = 0x08;
    public const byte BPF_W = 0x00;
    public const byte BPF_H = 0x08;
    public const byte BPF_B = 0x10;
    public const byte BPF_DW = 0x18;
    public const byte BPF_ADD = 0x00;
    public const byte BPF_SUB = 0x10;
    public const byte BPF_MUL = 0x20;
    public const byte BPF_DIV = 0x30;
    public const byte BPF_OR = 0x40;
    public const byte BPF_AND = 0x50;
    public const byte BPF_LSH = 0x60;
    public const byte BPF_RSH = 0x70;
    public const byte BPF_NEG = 0x80;
    public const byte BPF_MOD = 0x90;
    public const byte BPF_XOR = 0xA0;
    public const byte BPF_MOV = 0xB0;
    public const byte BPF_ARSH = 0xC0;
    public const byte BPF_JA = 0x00;
    public const byte BPF_JEQ = 0x10;
    public const byte BPF_JGT = 0x20;
    public const byte BPF_JGE = 0x30;
    public const byte BPF_JSET = 0x40;
    public const byte BPF_JNE = 0x50;
    public const byte BPF_JSGT = 0x60;
    public const byte BPF_JSGE = 0x70;
    public const byte BPF_CALL = 0x80;
    public const byte BPF_EXIT = 0x90;
    public const byte BPF_JLT = 0xA0;
    public const byte BPF_JLE = 0xB0;
    public const byte BPF_JSLT = 0xC0;
    public const byte BPF_JSLE = 0xD0;
    public const byte BPF_JCOND = 0xE0;
    public const byte BPF_MAY_GOTO = 0;
    public const byte BPF_PSEUDO_MAP_FD = 1;
    public const byte BPF_PSEUDO_KFUNC_CALL = 2;
    public const byte BPF_REG_10 = 10;
}
