using System;

namespace Minato.Model;

/// <summary>A process's hold on a socket.</summary>
/// <param name="pid">Process id in the namespace of the /proc that was read.</param>
/// <param name="fd">The descriptor in that process.</param>
/// <param name="name">The name asked for, as raw bytes that the process itself chose: escape before printing.</param>
public readonly struct ProcessRef(int pid, int fd, ReadOnlyMemory<byte> name)
{
    /// <summary>Process id.</summary>
    public int Pid { get; } = pid;

    /// <summary>Descriptor in that process.</summary>
    public int Fd { get; } = fd;

    /// <summary>Name as raw bytes: the command name (at most 15 bytes), or the program's name as it was started.</summary>
    public ReadOnlyMemory<byte> Name { get; } = name;
}
