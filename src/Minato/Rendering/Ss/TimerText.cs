using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>The running timer (-o).</summary>
internal sealed class TimerText(ExtraFields fields, SsRelease? release)
{
    private readonly bool _namesDelayedAck = release?.NamesDelayedAck ?? true;
    private readonly bool _mendsSeconds = release?.MendsTimerSeconds ?? true;

    public void Append(in SocketEntry row)
    {
        SocketTimer timer = row.Timer;
        if (timer.Kind == TimerKind.None) return;
        Utf8Sink sink = fields.Sink;
        fields.Start("timer:("u8);
        sink.Append(row.Transport == Transport.Sctp ? "T3_RTX"u8 : Name(timer.Kind));
        sink.Append((byte)',');
        AppendDuration(sink, timer.Milliseconds);
        sink.Append((byte)',');
        sink.AppendNumber(timer.Retries);
        sink.Append((byte)')');
    }

    private ReadOnlySpan<byte> Name(TimerKind kind) => kind switch
    {
        TimerKind.Retransmit => "on"u8,
        TimerKind.KeepAlive => "keepalive"u8,
        TimerKind.TimeWait => "timewait"u8,
        TimerKind.Probe => "persist"u8,
        TimerKind.DelayedAck when _namesDelayedAck => "delack"u8,
        _ => "unknown"u8,
    };

    // Coarser as it gets longer: 1min48sec, 12sec, 9.012sec, 204ms; nothing at all for no time.
    private void AppendDuration(Utf8Sink sink, uint milliseconds)
    {
        uint seconds = milliseconds / 1000;
        uint rest = milliseconds % 1000;
        uint minutes = seconds / 60;
        seconds %= 60;
        if (minutes > 0)
        {
            sink.AppendNumber(minutes);
            sink.Append("min"u8);
            rest = 0;
            if (minutes > 9) return;
        }

        if (seconds > 9) rest = 0;
        if (seconds > 0)
        {
            sink.AppendNumber(seconds);
            sink.Append(rest > 0 ? "."u8 : "sec"u8);
        }

        if (rest == 0) return;
        AppendThreeDigits(sink, rest);
        sink.Append(seconds > 0 && _mendsSeconds ? "sec"u8 : "ms"u8);
    }

    private static void AppendThreeDigits(Utf8Sink sink, uint value)
    {
        if (value < 100) sink.Append((byte)'0');
        if (value < 10) sink.Append((byte)'0');
        sink.AppendNumber(value);
    }
}
