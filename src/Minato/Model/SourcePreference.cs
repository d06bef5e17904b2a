namespace Minato.Model;

/// <summary>Which source a query insists on.</summary>
public enum SourcePreference : byte
{
    /// <summary>The best that answers.</summary>
    Automatic,

    /// <summary>sock_diag over netlink, or nothing.</summary>
    Netlink,

    /// <summary>The text tables of /proc/net.</summary>
    ProcNet,

    /// <summary>A program in the kernel for TCP connections, however few they are, and sock_diag for the rest.</summary>
    Bpf,
}
