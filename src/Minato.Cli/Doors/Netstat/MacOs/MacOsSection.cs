using System;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>A table of macOS' netstat: its title and headings come with the first row, so that an empty one is not there at all.</summary>
/// <param name="sink">Where it goes.</param>
/// <param name="title">The line above the headings.</param>
/// <param name="table">The rows.</param>
/// <param name="choice">Which of them; null is all.</param>
internal sealed class MacOsSection(Utf8Sink sink, string title, NetstatSocketTable table, MacOsChoice? choice) : ISocketConsumer
{
    private bool _isBegun;

    public bool Accept(SocketBatch batch)
    {
        ReadOnlySpan<SocketEntry> rows = batch.Entries;
        if (choice is null || choice.IsAll) return Give(in batch, rows);

        // Runs of rows that stay go on together, where they lie.
        int from = 0;
        while (from < rows.Length)
        {
            while (from < rows.Length && !choice.Has(in rows[from])) from++;
            int to = from;
            while (to < rows.Length && choice.Has(in rows[to])) to++;
            if (!Give(in batch, rows[from..to])) return false;
            from = to;
        }

        return true;
    }

    private bool Give(in SocketBatch batch, ReadOnlySpan<SocketEntry> rows)
    {
        if (rows.IsEmpty) return true;
        if (!_isBegun)
        {
            _isBegun = true;
            NetstatText.AppendAscii(sink, title);
            sink.Append((byte)'\n');
            table.AppendHeader();
        }

        return table.Accept(batch.Only(rows));
    }
}
