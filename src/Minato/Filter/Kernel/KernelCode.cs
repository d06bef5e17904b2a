namespace Minato.Filter.Kernel;

/// <summary>The instructions that inet_diag runs on each socket (linux/inet_diag.h, INET_DIAG_BC_*).</summary>
internal enum KernelCode : byte
{
    /// <summary>Nothing; goes on.</summary>
    Nop = 0,

    /// <summary>Always goes to "no".</summary>
    Jump = 1,

    /// <summary>Whether the local port is at least this.</summary>
    LocalPortAtLeast = 2,

    /// <summary>Whether the local port is at most this.</summary>
    LocalPortAtMost = 3,

    /// <summary>Whether the peer's port is at least this.</summary>
    PeerPortAtLeast = 4,

    /// <summary>Whether the peer's port is at most this.</summary>
    PeerPortAtMost = 5,

    /// <summary>Whether the program left the choice of the local port to the kernel.</summary>
    AutoBound = 6,

    /// <summary>Family, address prefix and port of the local end.</summary>
    LocalEnd = 7,

    /// <summary>Family, address prefix and port of the peer.</summary>
    PeerEnd = 8,

    /// <summary>The interface that the socket is bound to.</summary>
    Device = 9,

    /// <summary>The firewall mark; the kernel tells it only to CAP_NET_ADMIN.</summary>
    Mark = 10,

    /// <summary>Whether the local port is this.</summary>
    LocalPortIs = 11,

    /// <summary>Whether the peer's port is this.</summary>
    PeerPortIs = 12,

    /// <summary>The control group (since 5.7).</summary>
    Cgroup = 13,
}
