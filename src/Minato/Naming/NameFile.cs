using System;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Naming;

/// <summary>The bytes of one of the small files that hold names.</summary>
internal static class NameFile
{
    /// <summary>What is read at most. The longest usual one, a full IANA list as /etc/services, has 0.7 MB.</summary>
    internal const int Limit = 1 << 20;

    // Most of these files fit: the heap then gets their bytes alone, and fresh heap pages are what costs time at start.
    private const int OnStack = 16 * 1024;

    /// <summary>The file's bytes, whole lines only when it is longer than <see cref="Limit"/>; none when it cannot be read.</summary>
    internal static byte[] Read(string path)
    {
        byte[] terminated = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, terminated);
        int errno = Open.Call(terminated, FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            return errno == 0 ? ReadAll(file) : [];
        }
    }

    private static byte[] ReadAll(SafeFd file)
    {
        Span<byte> bytes = stackalloc byte[OnStack];
        int length = 0;
        while (true)
        {
            int got = Interop.Linux.Libc.Read.Call(file, bytes[length..]);
            if (got < 0) return [];
            if (got == 0) return bytes[..length].ToArray();
            length += got;
            if (length == Limit) return WholeLines(bytes).ToArray();
            if (length < bytes.Length) continue;
            Span<byte> larger = GC.AllocateUninitializedArray<byte>(length * 2);
            bytes.CopyTo(larger);
            bytes = larger;
        }
    }

    // A name cut in the middle would be a wrong name.
    private static ReadOnlySpan<byte> WholeLines(ReadOnlySpan<byte> bytes) => bytes[..(bytes.LastIndexOf((byte)'\n') + 1)];
}
