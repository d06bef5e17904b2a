using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>Room for the longest key (TCP_MD5SIG_MAXKEYLEN).</summary>
[InlineArray(80)]
internal struct Md5KeyBytes
{
    private byte _first;
}

/// <summary>A key of TCP MD5 signatures.</summary>
[NativeLayout("struct tcp_diag_md5sig", "linux/tcp.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct TcpDiagMd5Sig
{
    public byte tcpm_family;
    public byte tcpm_prefixlen;
    public ushort tcpm_keylen;
    public AddressWords tcpm_addr;
    public Md5KeyBytes tcpm_key;
}
