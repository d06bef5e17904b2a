using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Bpf;

/// <summary>One instruction.</summary>
[NativeLayout("struct bpf_insn", "linux/bpf.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct BpfInsn
{
    public byte code;

    /// <summary>dst_reg in the low half, src_reg in the high one.</summary>
    [NativeBits]
    public byte registers;

    public short off;
    public int imm;
}
