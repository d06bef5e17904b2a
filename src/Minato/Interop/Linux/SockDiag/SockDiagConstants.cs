namespace Minato.Interop.Linux.SockDiag;

/// <summary>Message type of a request for one family's sockets.</summary>
[NativeConstants("linux/sock_diag.h")]
internal static class SockDiagConstants
{
    public const ushort SOCK_DIAG_BY_FAMILY = 20;
}
