namespace Minato.Model;

/// <summary>Which way to the owners of sockets a query insists on.</summary>
internal enum OwnerPreference : byte
{
    /// <summary>The faster one that works.</summary>
    Automatic,

    /// <summary>The kernel's iterator over descriptors, by a BPF program.</summary>
    Bpf,

    /// <summary>/proc/PID/fd.</summary>
    Proc,
}
