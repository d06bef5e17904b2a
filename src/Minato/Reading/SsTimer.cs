using System;
using System.Buffers.Text;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The timer of ss: <c>keepalive,1min48sec,0</c>. Releases before 6.3 wrote <c>9.012ms</c> where they meant seconds.</summary>
internal static class SsTimer
{
    public static bool TryRead(ReadOnlySpan<byte> text, out SocketTimer timer)
    {
        timer = default;
        int first = text.IndexOf((byte)',');
        int last = text.LastIndexOf((byte)',');
        if (first <= 0 || last == first) return false;
        if (!TryKind(text[..first], out TimerKind kind) || !TryDuration(text[(first + 1)..last], out uint milliseconds)) return false;
        if (!NumberWords.TryNumber(text[(last + 1)..], out uint retries) || retries > byte.MaxValue) return false;
        timer = new SocketTimer(kind, milliseconds, (byte)retries);
        return true;
    }

    private static bool TryKind(ReadOnlySpan<byte> word, out TimerKind kind)
    {
        kind = word switch
        {
            _ when word.SequenceEqual("on"u8) || word.SequenceEqual("T3_RTX"u8) => TimerKind.Retransmit,
            _ when word.SequenceEqual("keepalive"u8) => TimerKind.KeepAlive,
            _ when word.SequenceEqual("timewait"u8) => TimerKind.TimeWait,
            _ when word.SequenceEqual("persist"u8) => TimerKind.Probe,
            _ when word.SequenceEqual("delack"u8) => TimerKind.DelayedAck,

            // One that the release did not know.
            _ when word.SequenceEqual("unknown"u8) => TimerKind.DelayedAck + 1,
            _ => TimerKind.None,
        };
        return kind != TimerKind.None;
    }

    private static bool TryDuration(ReadOnlySpan<byte> text, out uint milliseconds)
    {
        milliseconds = 0;
        while (!text.IsEmpty)
        {
            if (!Utf8Parser.TryParse(text, out uint whole, out int used)) return false;
            text = text[used..];
            uint thousandths = 0;
            bool isBroken = text.StartsWith("."u8);
            if (isBroken)
            {
                if (!Utf8Parser.TryParse(text[1..], out thousandths, out used) || used != 3) return false;
                text = text[4..];
            }

            uint unit = UnitOf(text, isBroken);
            if (unit == 0) return false;
            text = text[(text[1] == 's' ? 2 : 3)..];
            ulong sum = milliseconds + (ulong)whole * unit + thousandths;
            if (sum > uint.MaxValue) return false;
            milliseconds = (uint)sum;
        }

        return true;
    }

    private static uint UnitOf(ReadOnlySpan<byte> text, bool isBroken)
    {
        if (text.StartsWith("min"u8)) return 60_000;
        if (text.StartsWith("sec"u8)) return 1000;
        return !text.StartsWith("ms"u8) ? 0u : isBroken ? 1000u : 1u;
    }
}
