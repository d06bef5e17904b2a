namespace Minato.Interop.Linux.SockDiag;

/// <summary>Protocol numbers as sock_diag requests carry them.</summary>
[NativeConstants("netinet/in.h")]
internal static class InternetProtocol
{
    public const byte IPPROTO_TCP = 6;
    public const byte IPPROTO_UDP = 17;
    public const byte IPPROTO_DCCP = 33;
    public const byte IPPROTO_ICMPV6 = 58;
    public const byte IPPROTO_SCTP = 132;
    public const byte IPPROTO_UDPLITE = 136;
    public const byte IPPROTO_RAW = 255;
    public const ushort IPPROTO_MPTCP = 262;
}
