namespace Minato.Model;

/// <summary>Where rows, or their owners, came from.</summary>
public enum Provenance : byte
{
    /// <summary>Nothing was read.</summary>
    None,

    /// <summary>The kernel's sock_diag interface over netlink.</summary>
    Netlink,

    /// <summary>The text tables of /proc/net.</summary>
    ProcNet,

    /// <summary>A file that holds a dump of the kernel's TCP sockets.</summary>
    DumpFile,

    /// <summary>Owners: the entries of /proc/PID/fd.</summary>
    ProcFd,

    /// <summary>Owners: the kernel's tables of descriptors, read by a BPF program.</summary>
    BpfDescriptors,

    /// <summary>Owners: the kernel's iterator over the descriptors of all processes, by a BPF program.</summary>
    BpfTaskFile,
}
