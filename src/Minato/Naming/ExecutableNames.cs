using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>
/// Process → the file name of its program, by the link /proc/PID/exe: what the process says of itself (sshd: "sshd -D
/// [listener] …") is no file. Not checked: whoever prints the bytes escapes them.
/// </summary>
internal sealed class ExecutableNames(string procRoot) : IDisposable
{
    // Beyond that they are read again.
    private const int Most = 32 * 1024;

    // PATH_MAX of linux/limits.h.
    private const int PathRoom = 4096;

    private readonly Dictionary<int, byte[]> _names = [];
    private SafeFd? _root;

    // What proc(5) adds to the path of a file that has been removed since.
    private static ReadOnlySpan<byte> Removed => " (deleted)"u8;

    /// <summary>False for a process that is gone, hidden, or the kernel's.</summary>
    public bool TryFind(int pid, out ReadOnlySpan<byte> name)
    {
        if (!_names.TryGetValue(pid, out byte[]? known))
        {
            known = Read(pid);
            if (_names.Count == Most) _names.Clear();
            _names.Add(pid, known);
        }

        name = known;
        return known.Length != 0;
    }

    public void Dispose() => _root?.Dispose();

    private byte[] Read(int pid)
    {
        if (_root is null) Open.Call(Encoding.UTF8.GetBytes(procRoot + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out _root);
        Span<byte> link = stackalloc byte[24];
        Utf8Formatter.TryFormat(pid, link, out int digits);
        "/exe\0"u8.CopyTo(link[digits..]);
        Span<byte> path = stackalloc byte[PathRoom];
        int length = ReadLinkAt.Call(_root, link, path);
        if (length <= 0) return [];
        path = path[..length];
        if (path.EndsWith(Removed)) path = path[..^Removed.Length];
        return path[(path.LastIndexOf((byte)'/') + 1)..].ToArray();
    }
}
