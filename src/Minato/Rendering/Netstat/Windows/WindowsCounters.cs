using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>Windows' <c>-s</c>: a section a protocol. A line whose counter the kernel lacks is left out and named.</summary>
internal sealed class WindowsCounters(Utf8Sink sink, bool hasCarriageReturn)
{
    // Of the first number of two, to the second.
    private const int ReceivedWidth = 12;

    private readonly List<string> _missing = [];

    /// <summary>Sections and lines that the kernel has no counter for, each once.</summary>
    public IReadOnlyList<string> Missing => _missing;

    public void Append(CounterTable table, WindowsProtocols kinds)
    {
        foreach (ref readonly WindowsCounterSection section in WindowsCounterSections.All.AsSpan())
        {
            if ((kinds & section.Kind) == 0) continue;
            if (table.Has(Encoding.ASCII.GetBytes(section.Group))) Append(table, section);
            else Miss(section.Title);
        }
    }

    private void Append(CounterTable table, WindowsCounterSection section)
    {
        AppendEnd();
        NetstatText.AppendAscii(sink, section.Title);
        AppendEnd();
        AppendEnd();
        if (section.HasTwoColumns)
        {
            sink.Append("                            Received    Sent"u8);
            AppendEnd();
        }

        foreach (ref readonly WindowsCounterLine line in section.Lines.AsSpan()) Append(table, section, line);
    }

    private void Append(CounterTable table, WindowsCounterSection section, in WindowsCounterLine line)
    {
        ulong sent = 0;
        if (line.Received is null || !CounterTerms.TrySum(table, line.Received, out ulong received) || (line.Sent is { } other && !CounterTerms.TrySum(table, other, out sent)))
        {
            Miss(line.Label);
            return;
        }

        sink.Append("  "u8);
        NetstatText.AppendAscii(sink, line.Label);
        sink.AppendBlanks(section.Width - line.Label.Length);
        if (line.Sent is null)
        {
            sink.Append("= "u8);
            sink.AppendNumber(received);
        }
        else
        {
            long start = sink.Position;
            sink.AppendNumber(received);
            sink.AppendBlanks(Math.Max(1, ReceivedWidth - (int)(sink.Position - start)));
            sink.AppendNumber(sent);
        }

        AppendEnd();
    }

    private void Miss(string what)
    {
        if (!_missing.Contains(what)) _missing.Add(what);
    }

    private void AppendEnd() => sink.Append(NetstatText.NewLine(hasCarriageReturn));
}
