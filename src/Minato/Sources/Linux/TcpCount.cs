using System;
using System.Buffers.Text;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Sources.Linux;

/// <summary>How many TCP sockets this network namespace has, as /proc/net/sockstat counts them: a question of some 30 µs.</summary>
internal static class TcpCount
{
    /// <summary>The number, or 0 when it could not be read.</summary>
    public static int Of(string procRoot) => Read(procRoot + "/thread-self/net/sockstat\0", "TCP: inuse "u8);

    /// <summary>How many of them are of IPv6; 0 when that could not be read.</summary>
    public static int OfV6(string procRoot) => Read(procRoot + "/thread-self/net/sockstat6\0", "TCP6: inuse "u8);

    /// <summary>The number behind a label that begins a line.</summary>
    public static int Parse(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label)
    {
        int at = text.IndexOf(label);
        bool isThere = at == 0 || (at > 0 && text[at - 1] == (byte)'\n');
        return isThere && Utf8Parser.TryParse(text[(at + label.Length)..], out int count, out _) ? count : 0;
    }

    /// <summary>Reads a file of counts as far as there is room, and gives its length; 0 when it could not be read.</summary>
    public static int ReadText(string path, Span<byte> text)
    {
        if (Open.Call(Encoding.UTF8.GetBytes(path), FileFlags.O_RDONLY, out SafeFd file) != 0) return 0;
        using (file) return Math.Max(0, Interop.Linux.Libc.Read.Call(file, text));
    }

    private static int Read(string path, ReadOnlySpan<byte> label)
    {
        Span<byte> text = stackalloc byte[512];
        return Parse(text[..ReadText(path, text)], label);
    }
}
