using Minato.Model.Network;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What went through an interface, or through all, since the line before (-w).</summary>
internal sealed class MacOsTrafficTable(Utf8Sink sink, byte[]? card, bool hasDrops)
{
    // Headings come again after a screen's worth of lines.
    private const int LinesOfPage = 20;

    private const int NumberWidth = 10;
    private const int ErrorsWidth = 5;

    private readonly MacOsCells _cells = new(sink);
    private InterfaceCounters _before;
    private int _lines;

    /// <summary>The counters that the first line counts from.</summary>
    public void Begin(in InterfaceCounters counters)
    {
        _before = counters;
        AppendHeader();
    }

    /// <summary>A line of what came since.</summary>
    public void Append(in InterfaceCounters counters)
    {
        if (_lines == LinesOfPage) AppendHeader();
        _lines++;
        AppendFirst(counters.ReceivedPackets, _before.ReceivedPackets);
        AppendNext(counters.ReceiveErrors, _before.ReceiveErrors, ErrorsWidth);
        AppendNext(counters.ReceivedBytes, _before.ReceivedBytes, NumberWidth);
        AppendNext(counters.SentPackets, _before.SentPackets, NumberWidth);
        AppendNext(counters.SendErrors, _before.SendErrors, ErrorsWidth);
        AppendNext(counters.SentBytes, _before.SentBytes, NumberWidth);
        AppendNext(counters.Collisions, _before.Collisions, ErrorsWidth);
        if (hasDrops) AppendNext(counters.SendDropped, _before.SendDropped, ErrorsWidth);
        _cells.EndLine();
        _before = counters;
    }

    // "%17s %14s %16s"
    private void AppendHeader()
    {
        _lines = 0;
        sink.Append("            input "u8);
        _cells.Begin();
        _cells.Text.Append((byte)'(');
        if (card is null) _cells.Text.Append("Total"u8);
        else Untrusted.Append(_cells.Text, card);
        _cells.Text.Append((byte)')');
        _cells.EndRight(14);
        sink.Append("           output\n   packets  errs      bytes    packets  errs      bytes colls"u8);
        if (hasDrops) sink.Append(" drops"u8);
        _cells.EndLine();
    }

    private void AppendFirst(ulong now, ulong before) => _cells.Number(Difference(now, before), NumberWidth);

    private void AppendNext(ulong now, ulong before, int width)
    {
        _cells.Gap();
        _cells.Number(Difference(now, before), width);
    }

    // An interface that was made anew counts from zero.
    private static ulong Difference(ulong now, ulong before) => now >= before ? now - before : now;
}
