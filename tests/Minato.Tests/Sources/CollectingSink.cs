using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Sources;

namespace Minato.Tests.Sources;

/// <summary>Keeps the rows that a buffer delivers.</summary>
internal sealed class CollectingSink(int stopAfter = int.MaxValue) : IRowSink
{
    public List<SocketEntry> Rows { get; } = [];

    public List<uint> Inodes => Rows.ConvertAll(row => (uint)row.Inode);

    /// <summary>Paths as they stood while the batch was valid.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>The waiting peers of the last row.</summary>
    public uint[] LastPending { get; private set; } = [];

    /// <summary>The largest number of peers that waited in one row.</summary>
    public int MostPending { get; private set; }

    /// <summary>For each row that has details, the row's inode and the parts that were known while the batch was valid.</summary>
    public Dictionary<uint, DetailParts> Details { get; } = [];

    public int Deliveries { get; private set; }

    public bool SawLast { get; private set; }

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        Deliveries++;
        SawLast |= isLast;
        foreach (ref readonly SocketEntry row in rows)
        {
            Rows.Add(row);
            Paths.Add(Encoding.Latin1.GetString(row.UnixPath.Span));
            if (new SocketBatch(rows, null, null, details).DetailsOf(in row) is { } known) Details[(uint)row.Inode] = known.Known;
            LastPending = row.UnixPendingPeers.ToArray();
            MostPending = Math.Max(MostPending, LastPending.Length);
        }

        return Deliveries < stopAfter;
    }
}
