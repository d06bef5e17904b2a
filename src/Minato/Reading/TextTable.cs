using System;

using Minato.Model;

namespace Minato.Reading;

/// <summary>Sockets that were read from printed tables of any netstat or ss.</summary>
internal sealed class TextTable
{
    private const int Batch = 128;

    private readonly TableBuilder _table;

    internal TextTable(TableBuilder table) => _table = table;

    /// <summary>Whose table most rows are of.</summary>
    public required TextDialect Dialect { get; init; }

    /// <summary>The language of the last heading that was not English.</summary>
    public required TextLanguage Language { get; init; }

    /// <summary>Lines of the input.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines that are neither rows nor what programs print around them.</summary>
    public required long NotUnderstood { get; init; }

    /// <summary>The first of those, from 1; 0 when there is none.</summary>
    public required long FirstNotUnderstood { get; init; }

    /// <summary>Lines of tables that hold no sockets: routes, interfaces, counters.</summary>
    public required long OtherLines { get; init; }

    /// <summary>Rows of sockets that no netstat has: netlink, packet, vsock.</summary>
    public required long OtherRows { get; init; }

    /// <summary>Whether there were bytes that no text has.</summary>
    public required bool IsBinary { get; init; }

    /// <summary>All rows.</summary>
    public int Count => _table.Rows.Count;

    /// <summary>How many looks at the sockets the tables are: a repeated listing has many.</summary>
    public int Snapshots => _table.Sections.Count == 0 ? 0 : _table.Sections[^1].Snapshot + 1;

    /// <summary>The texts that stood for numbers.</summary>
    public TextNames Names => _table.Names;

    /// <summary>Reads a text that is in memory.</summary>
    public static TextTable Read(ReadOnlySpan<byte> text)
    {
        TextTableReader reader = new();
        reader.Feed(text);
        return reader.End();
    }

    /// <summary>A row without its path; its owners are those of its identity.</summary>
    public SocketEntry this[int row] => _table.Rows.Get(row);

    /// <summary>Whether one look has a row that is asked for.</summary>
    public bool Has(int snapshot, TextFilter filter)
    {
        for (int at = FirstSection(snapshot); at < _table.Sections.Count && _table.Sections[at].Snapshot == snapshot; at++)
        {
            TextSection section = _table.Sections[at];
            for (int i = section.First; i < section.First + section.Count; i++)
            {
                if (filter.Passes(_table.Rows.Get(i))) return true;
            }
        }

        return false;
    }

    /// <summary>Gives the rows of one look that are asked for; how many those were.</summary>
    public long Deliver(int snapshot, TextFilter filter, ISocketConsumer consumer)
    {
        TextBatch batch = new(_table, consumer, Math.Min(Batch, Math.Max(1, Count)));
        for (int at = FirstSection(snapshot); at < _table.Sections.Count && _table.Sections[at].Snapshot == snapshot; at++)
        {
            TextSection section = _table.Sections[at];
            for (int i = section.First; i < section.First + section.Count; i++)
            {
                SocketEntry row = _table.Rows.Get(i);
                if (filter.Passes(in row) && !batch.Add(i, in row)) return batch.Sum;
            }
        }

        batch.Flush();
        return batch.Sum;
    }

    // A listing that ran for days has many looks.
    private int FirstSection(int snapshot)
    {
        int low = 0;
        int high = _table.Sections.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_table.Sections[middle].Snapshot < snapshot) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>Which rows of a printed table are asked for. A state that was not printed is in every set.</summary>
/// <param name="Transports">Kinds of sockets.</param>
/// <param name="Families">Families of internet sockets.</param>
/// <param name="States">States.</param>
internal readonly record struct TextFilter(Transports Transports, IpFamilies Families, StateSet States)
{
    public static TextFilter All => new(Transports.All, IpFamilies.Both, StateSet.All);

    public bool Passes(in SocketEntry row)
    {
        if ((Transports & (Transports)(1 << (int)row.Transport)) == 0) return false;
        if (row.Family <= SocketFamily.Inet6 && (Families & (IpFamilies)(1 << (int)row.Family)) == 0) return false;
        return row.State == SocketState.Unknown || States.Contains(row.State);
    }
}
