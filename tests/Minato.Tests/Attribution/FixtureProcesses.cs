using System;
using System.IO;
using System.Net.Sockets;
using Minato.Tests.Sources;

namespace Minato.Tests.Attribution;

/// <summary>A /proc whose processes a test makes up; their descriptors lead to real sockets of this process.</summary>
internal sealed class FixtureProcesses : IDisposable
{
    private readonly FixtureRoot _root = new();
    private readonly Socket[] _sockets = [NewSocket(), NewSocket(), NewSocket()];

    public string Root => _root.Path;

    public ulong InodeOf(int socket) => LiveSockets.InodeOf(_sockets[socket]);

    /// <summary>Adds a process with one descriptor that leads to the socket of this number.</summary>
    public FixtureProcesses Add(int pid, int fd, int socket, string comm = "app", string cmdline = "")
    {
        string folder = Folder(pid);
        File.WriteAllText(folder + "/comm", comm + "\n");
        if (cmdline.Length > 0) File.WriteAllText(folder + "/cmdline", cmdline);
        return Link(pid, fd, "/proc/self/fd/" + _sockets[socket].Handle);
    }

    /// <summary>Adds a thread with one descriptor that leads to the socket of this number.</summary>
    public FixtureProcesses AddThread(int pid, int tid, int fd, int socket, string comm)
    {
        string folder = $"{Folder(pid)}/task/{tid}";
        Directory.CreateDirectory(folder + "/fd");
        File.WriteAllText(folder + "/comm", comm + "\n");
        File.CreateSymbolicLink($"{folder}/fd/{fd}", "/proc/self/fd/" + _sockets[socket].Handle);
        return this;
    }

    /// <summary>Gives a process a security context.</summary>
    public FixtureProcesses Label(int pid, string context)
    {
        Directory.CreateDirectory(Folder(pid) + "/attr");
        File.WriteAllText(Folder(pid) + "/attr/current", context);
        return this;
    }

    /// <summary>Adds a descriptor that leads anywhere.</summary>
    public FixtureProcesses Link(int pid, int fd, string target)
    {
        File.CreateSymbolicLink(Folder(pid) + "/fd/" + fd, target);
        return this;
    }

    public void Dispose()
    {
        _root.Dispose();
        foreach (Socket socket in _sockets) socket.Dispose();
    }

    private string Folder(int pid)
    {
        Directory.CreateDirectory($"{Root}/{pid}/fd");
        return $"{Root}/{pid}";
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
}
