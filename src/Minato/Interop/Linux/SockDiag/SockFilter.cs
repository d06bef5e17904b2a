using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>One instruction of classic BPF.</summary>
[NativeLayout("struct sock_filter", "linux/filter.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct SockFilter
{
    public ushort code;
    public byte jt;
    public byte jf;
    public uint k;
}
