using System;
using System.Buffers.Text;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Sources.Linux;

/// <summary>How many TCP sockets this network namespace has, as /proc/net/sockstat counts them: a question of some 30 µs.</summary>
internal static class TcpCount
{
    private static ReadOnlySpan<byte> Label => "\nTCP: inuse "u8;

    /// <summary>The number, or 0 when it could not be read.</summary>
    public static int Of(string procRoot)
    {
        if (Open.Call(Encoding.UTF8.GetBytes(procRoot + "/thread-self/net/sockstat\0"), FileFlags.O_RDONLY, out SafeFd file) != 0) return 0;
        using (file)
        {
            Span<byte> text = stackalloc byte[512];
            int length = Read.Call(file, text);
            return length <= 0 ? 0 : Parse(text[..length]);
        }
    }

    public static int Parse(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOf(Label);
        return at >= 0 && Utf8Parser.TryParse(text[(at + Label.Length)..], out int count, out _) ? count : 0;
    }
}
