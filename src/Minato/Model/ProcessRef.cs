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

    /// <summary>The thread that holds the descriptor, when threads were asked: the process id for the first of a process.</summary>
    public int Tid { get; init; }

    /// <summary>Security contexts, when they were asked and the system has any.</summary>
    public SecurityContexts? Contexts { get; init; }
}

/// <summary>SELinux's labels of a process and of the socket it holds, as raw bytes: escape before printing.</summary>
/// <param name="process">The process's; null when it could not be read.</param>
/// <param name="socket">The socket's; null when it was not asked or could not be read.</param>
public sealed class SecurityContexts(ReadOnlyMemory<byte>? process, ReadOnlyMemory<byte>? socket)
{
    /// <summary>The process's label; null when it could not be read.</summary>
    public ReadOnlyMemory<byte>? Process { get; } = process;

    /// <summary>The socket's label; null when it was not asked or could not be read.</summary>
    public ReadOnlyMemory<byte>? Socket { get; } = socket;
}
