namespace Minato.Interop.Linux.SockDiag;

/// <summary>Attributes by which TLS in the kernel tells about a connection.</summary>
[NativeConstants("linux/tls.h")]
internal static class TlsInfo
{
    public const ushort TLS_INFO_VERSION = 1;
    public const ushort TLS_INFO_CIPHER = 2;
    public const ushort TLS_INFO_TXCONF = 3;
    public const ushort TLS_INFO_RXCONF = 4;
    public const ushort TLS_INFO_ZC_RO_TX = 5;
    public const ushort TLS_INFO_RX_NO_PAD = 6;
}
