using System;
using System.Buffers.Text;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;

namespace Minato.Sources.Linux;

/// <summary>What /proc tells of this network namespace's TCP table without reading it: some 10 µs a file, 50 for the first.</summary>
internal static class TcpCount
{
    /// <summary>How many sockets there are, of both families and with those in TIME_WAIT; 0 when it could not be read.</summary>
    public static int Of(string procRoot)
    {
        Span<byte> room = stackalloc byte[512];
        ReadOnlySpan<byte> text = room[..ReadText(procRoot + "/thread-self/net/sockstat\0", room)];
        int v4 = Parse(text, "TCP: inuse "u8);

        // TIME_WAIT is counted apart, for both families.
        int waiting = Parse(text, " tw "u8);
        return v4 + waiting + OfV6(procRoot);
    }

    /// <summary>How many of them are of IPv6, those in TIME_WAIT left out; 0 when it could not be read.</summary>
    public static int OfV6(string procRoot)
    {
        Span<byte> room = stackalloc byte[512];
        return Parse(room[..ReadText(procRoot + "/thread-self/net/sockstat6\0", room)], "TCP6: inuse "u8);
    }

    /// <summary>How many sockets of all kinds there are, those in TIME_WAIT left out; 0 when it could not be read.</summary>
    public static int OfAll(string procRoot)
    {
        Span<byte> room = stackalloc byte[512];
        return Parse(room[..ReadText(procRoot + "/thread-self/net/sockstat\0", room)], "sockets: used "u8);
    }

    /// <summary>The lowest port that the kernel gives out by itself; 0 when it could not be read.</summary>
    public static int FirstEphemeralPort(string procRoot)
    {
        Span<byte> room = stackalloc byte[64];
        return Parse(room[..ReadText(procRoot + "/sys/net/ipv4/ip_local_port_range\0", room)], default);
    }

    /// <summary>The number behind a label.</summary>
    public static int Parse(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label)
    {
        int at = text.IndexOf(label);
        bool isThere = at == 0 || (at > 0 && !char.IsAsciiLetter((char)text[at - 1]));
        return isThere && Utf8Parser.TryParse(text[(at + label.Length)..], out int count, out _) && count > 0 ? count : 0;
    }

    /// <summary>Reads a file of counts as far as there is room, and gives its length; 0 when it could not be read.</summary>
    public static int ReadText(string path, Span<byte> text)
    {
        if (Open.Call(Encoding.UTF8.GetBytes(path), FileFlags.O_RDONLY, out SafeFd file) != 0) return 0;
        using (file) return Math.Max(0, Interop.Linux.Libc.Read.Call(file, text));
    }
}
