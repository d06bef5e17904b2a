using System;
using Minato.Model;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>
/// The counters of <c>netstat -s</c> as net-tools 2.10 prints them: group by group in the kernel's order, a sentence for
/// those that it knows and <c>Name: value</c> for the others, unless they are 0.
/// </summary>
/// <param name="sink">Where the lines go.</param>
/// <param name="kinds">The counters that were asked.</param>
/// <param name="verbose">Whether settings among the counters are printed too, which net-tools never does.</param>
internal struct LinuxCounters(Utf8Sink sink, LinuxCounterKinds kinds, bool verbose)
{
    private const int Indent = 4;

    // Always until a histogram begins: then what follows is indented below it, up to the next sentence outside or the next
    // group that net-tools knows. So IcmpMsg, which it does not know, is indented as part of Icmp's last histogram.
    private LinuxCounterShow _below = LinuxCounterShow.Always;

    /// <summary>Appends all groups.</summary>
    public void Append(CounterTable table)
    {
        foreach (ref readonly CounterGroup group in table.Groups) Append(table, group);
    }

    /// <summary>Appends the groups of that name alone.</summary>
    public void Append(CounterTable table, ReadOnlySpan<byte> name)
    {
        foreach (ref readonly CounterGroup group in table.Groups)
        {
            if (table.Name(group).SequenceEqual(name)) Append(table, group);
        }
    }

    private void Append(CounterTable table, in CounterGroup group)
    {
        if (LinuxCounterLines.TryFind(table.Name(group), out ReadOnlySpan<LinuxCounterLine> lines, out LinuxCounterKinds kind))
        {
            _below = LinuxCounterShow.Always;
            if ((kinds & kind) == 0) return;
        }

        Untrusted.Append(sink, table.Name(group));
        sink.Append(":\n"u8);
        int next = 0;
        foreach (ref readonly Counter counter in table.Of(group))
        {
            if (LinuxCounterLines.TryFind(lines, table.Name(counter), ref next, out LinuxCounterLine line)) AppendKnown(table, counter, line);
            else if (counter.Value != 0) AppendNamed(table, counter);
        }
    }

    private void AppendKnown(CounterTable table, in Counter counter, in LinuxCounterLine line)
    {
        switch (line.Show)
        {
            case LinuxCounterShow.Never:
                if (verbose) AppendNamed(table, counter, isSetting: true);
                return;
            case LinuxCounterShow.InHistogram or LinuxCounterShow.OutHistogram:
                if (_below != line.Show)
                {
                    AppendIndent();
                    sink.Append(line.Show == LinuxCounterShow.InHistogram ? "ICMP input histogram:\n"u8 : "ICMP output histogram:\n"u8);
                }

                _below = line.Show;
                break;
            default:
                _below = LinuxCounterShow.Always;
                break;
        }

        if (counter.Value == 0 && line.Show != LinuxCounterShow.Always) return;
        AppendIndent();
        CounterText.Append(sink, line.Text!, (ulong)counter.Value);
        sink.Append((byte)'\n');
    }

    // net-tools prints every counter without a sign; -1 is only kept where it means that there is none (Tcp's MaxConn).
    private readonly void AppendNamed(CounterTable table, in Counter counter, bool isSetting = false)
    {
        AppendIndent();
        Untrusted.Append(sink, table.Name(counter));
        sink.Append(": "u8);
        bool isNegative = isSetting && counter.Value < 0;
        if (isNegative) sink.Append((byte)'-');
        sink.AppendNumber(isNegative ? 0 - (ulong)counter.Value : (ulong)counter.Value);
        sink.Append((byte)'\n');
    }

    private readonly void AppendIndent() => sink.AppendBlanks(_below == LinuxCounterShow.Always ? Indent : 2 * Indent);
}
