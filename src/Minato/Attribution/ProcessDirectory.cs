using System;
using System.Buffers.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>
/// One process's fd directory. Everything is read relative to it: the directory stays bound to the process it was
/// opened for, so a pid that is used again meanwhile answers ESRCH and never lends its name.
/// </summary>
internal readonly struct ProcessDirectory(SafeFd directory) : IDisposable
{
    // Command names have 15 bytes; argv[0] is cut where no one would read on.
    private const int MaxName = 4096;

    /// <param name="proc">The directory above: /proc, or the task directory of a process.</param>
    /// <param name="id">The process or thread.</param>
    /// <param name="opened">Its descriptors.</param>
    public static int Open(SafeFd proc, int id, out ProcessDirectory opened)
    {
        Span<byte> path = stackalloc byte[24];
        int errno = OpenAt.Call(proc, PathOf(id, "/fd\0"u8, path), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd fd);
        opened = new ProcessDirectory(fd);
        return errno;
    }

    /// <summary>Some directory records in <paramref name="records"/>; 0 at the end, negated error number on failure.</summary>
    public int ReadEntries(Span<byte> records) => GetDents64.Call(directory, records);

    /// <summary>0 when it is a socket and its inode is known; otherwise an error number, or -1 for something else than a socket.</summary>
    public int ReadSocketInode(ReadOnlySpan<byte> fdName, ulong? sockfsDevice, out ulong inode)
    {
        inode = 0;
        int errno = FStatAt.Call(directory, fdName, out FileStatus status);

        // In a copied tree the links lead nowhere, and their texts alone tell the inodes.
        if (errno == Errno.ENOENT && TryReadSocketLink(fdName, out inode)) return 0;
        if (errno != 0) return errno;
        if (!status.IsSocket) return -1;

        // A descriptor opened with O_PATH on a UNIX socket's file is S_IFSOCK too, but on that file's device.
        if (sockfsDevice is { } device ? status.Device != device : !TryReadSocketLink(fdName, out _)) return -1;
        inode = status.Inode;
        return 0;
    }

    /// <summary>The process's name; empty when it vanished.</summary>
    public byte[] ReadName(OwnerNaming naming)
    {
        Span<byte> text = stackalloc byte[MaxName];
        if (naming == OwnerNaming.Program)
        {
            ReadOnlySpan<byte> program = ProgramOf(ReadFile(directory, "../cmdline\0"u8, text));
            if (!program.IsEmpty) return program.ToArray();
        }

        ReadOnlySpan<byte> name = ReadFile(directory, "../comm\0"u8, text);
        return (name.EndsWith("\n"u8) ? name[..^1] : name).ToArray();
    }

    /// <summary>
    /// The last path component of a process's first argument; null when it has none, is gone, or is no longer the process of
    /// that command name: its number may be another's by now.
    /// </summary>
    public static byte[]? ReadProgram(SafeFd proc, int pid, ReadOnlySpan<byte> command)
    {
        Span<byte> path = stackalloc byte[24];
        Span<byte> text = stackalloc byte[MaxName];

        // One directory: what is read from it is of the process that it was opened for.
        int errno = OpenAt.Call(proc, PathOf(pid, "\0"u8, path), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd process);
        using (process)
        {
            if (errno != 0) return null;
            ReadOnlySpan<byte> name = ReadFile(process, "comm\0"u8, text);
            if (!(name.EndsWith("\n"u8) ? name[..^1] : name).SequenceEqual(command)) return null;
            ReadOnlySpan<byte> program = ProgramOf(ReadFile(process, "cmdline\0"u8, text));
            return program.IsEmpty ? null : program.ToArray();
        }
    }

    /// <summary>The process's SELinux context; null when it cannot be read.</summary>
    public byte[]? ReadContext()
    {
        Span<byte> text = stackalloc byte[MaxName];
        return SecurityContext.OfProcess(ReadFile(directory, "../attr/current\0"u8, text));
    }

    /// <summary>The SELinux context of the socket behind a descriptor; null when it cannot be read.</summary>
    public byte[]? ReadSocketContext(ReadOnlySpan<byte> fdName)
    {
        // No system call before Linux 6.13 reads an attribute below a directory; its own descriptor leads there too.
        Span<byte> path = stackalloc byte[64];
        "/proc/thread-self/fd/"u8.CopyTo(path);
        int length = "/proc/thread-self/fd/".Length;
        Utf8Formatter.TryFormat((int)directory.DangerousGetHandle(), path[length..], out int digits);
        path[length + digits] = (byte)'/';
        fdName.CopyTo(path[(length + digits + 1)..]);
        return SecurityContext.OfSocket(path);
    }

    /// <summary>Opens the directory of a process's threads. Gives 0, or an error number.</summary>
    public static int OpenThreads(SafeFd proc, int pid, out SafeFd threads)
    {
        Span<byte> path = stackalloc byte[24];
        return OpenAt.Call(proc, PathOf(pid, "/task\0"u8, path), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out threads);
    }

    public void Dispose() => directory.Dispose();

    private static ReadOnlySpan<byte> PathOf(int id, ReadOnlySpan<byte> below, Span<byte> path)
    {
        Utf8Formatter.TryFormat(id, path, out int digits);
        below.CopyTo(path[digits..]);
        return path;
    }

    private static ReadOnlySpan<byte> ProgramOf(ReadOnlySpan<byte> command)
    {
        int end = command.IndexOf((byte)0);
        if (end >= 0) command = command[..end];

        // What is no path is what the process says of itself: sshd: root@pts/0.
        return command.StartsWith((byte)'/') ? command[(command.LastIndexOf((byte)'/') + 1)..] : command;
    }

    private static ReadOnlySpan<byte> ReadFile(SafeFd folder, ReadOnlySpan<byte> path, Span<byte> buffer)
    {
        int errno = OpenAt.Call(folder, path, FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            int got = errno != 0 ? 0 : Read.Call(file, buffer);
            return buffer[..Math.Max(0, got)];
        }
    }

    private bool TryReadSocketLink(ReadOnlySpan<byte> fdName, out ulong inode)
    {
        // "socket:[18446744073709551615]"
        Span<byte> target = stackalloc byte[32];
        int length = ReadLinkAt.Call(directory, fdName, target);
        inode = 0;
        return length > 0 && target[..length].StartsWith("socket:["u8)
            && Utf8Parser.TryParse(target["socket:[".Length..length], out inode, out int digits) && target["socket:[".Length + digits] == (byte)']';
    }
}
