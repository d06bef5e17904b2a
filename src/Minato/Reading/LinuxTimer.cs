using System;
using System.Buffers.Text;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The timer of net-tools' tables: <c>keepalive (7.20/0/2)</c>, seconds, retransmissions, probes.</summary>
internal static class LinuxTimer
{
    /// <summary>Reads the timer at the end of a text and says where it starts.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int start, out SocketTimer timer)
    {
        start = 0;
        timer = default;
        text = text.TrimEnd(" \t"u8);
        int open = text.LastIndexOf((byte)'(');
        if (open < 2 || text[open - 1] != ' ' || text[^1] != ')') return false;
        ReadOnlySpan<byte> word = text[..(open - 1)];
        start = word.LastIndexOf((byte)' ') + 1;
        if (!TryKind(word[start..], out TimerKind kind)) return false;

        ReadOnlySpan<byte> rest = text[(open + 1)..^1];
        if (!TryPart(ref rest, (byte)'.', out uint seconds) || !TryPart(ref rest, (byte)'/', out uint hundredths)) return false;
        if (!TryPart(ref rest, (byte)'/', out uint retries) || !NumberWords.TryNumber(rest, out uint probes)) return false;
        uint count = kind is TimerKind.KeepAlive or TimerKind.Probe ? probes : retries;
        if (hundredths > 99 || count > byte.MaxValue || seconds > uint.MaxValue / 1000 - 1) return false;
        timer = new SocketTimer(kind, seconds * 1000 + hundredths * 10, (byte)count);
        return true;
    }

    // net-tools 2.10 says "aus" in German and "オフ" and "時間待ち" in Japanese.
    private static bool TryKind(ReadOnlySpan<byte> word, out TimerKind kind)
    {
        kind = TimerKind.None;
        if (word.SequenceEqual("off"u8) || word.SequenceEqual("aus"u8) || word.SequenceEqual("オフ"u8)) return true;
        if (word.SequenceEqual("on"u8)) kind = TimerKind.Retransmit;
        else if (word.SequenceEqual("keepalive"u8)) kind = TimerKind.KeepAlive;
        else if (word.SequenceEqual("timewait"u8) || word.SequenceEqual("時間待ち"u8)) kind = TimerKind.TimeWait;
        else if (word.SequenceEqual("probe"u8)) kind = TimerKind.Probe;
        else if (word.StartsWith("unkn-"u8) && NumberWords.TryNumber(word[5..], out uint number) && number is > (uint)TimerKind.Probe and <= byte.MaxValue) kind = (TimerKind)number;
        return kind != TimerKind.None;
    }

    private static bool TryPart(ref ReadOnlySpan<byte> text, byte end, out uint number)
    {
        number = 0;
        int at = text.IndexOf(end);
        if (at <= 0 || !Utf8Parser.TryParse(text[..at], out number, out int used) || used != at) return false;
        text = text[(at + 1)..];
        return true;
    }
}
