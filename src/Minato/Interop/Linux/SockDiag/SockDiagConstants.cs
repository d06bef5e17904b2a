namespace Minato.Interop.Linux.SockDiag;

/// <summary>Message types of a request for one family's sockets and of one that closes a socket; groups that hear of closed ones.</summary>
[NativeConstants("linux/sock_diag.h")]
internal static class SockDiagConstants
{
    public const ushort SOCK_DIAG_BY_FAMILY = 20;
    public const ushort SOCK_DESTROY = 21;
    public const int SKNLGRP_INET_TCP_DESTROY = 1;
    public const int SKNLGRP_INET_UDP_DESTROY = 2;
    public const int SKNLGRP_INET6_TCP_DESTROY = 3;
    public const int SKNLGRP_INET6_UDP_DESTROY = 4;
}
