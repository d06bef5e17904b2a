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

    public int Deliveries { get; private set; }

    public bool SawLast { get; private set; }

    public bool Deliver(Span<SocketEntry> rows, bool isLast)
    {
        Deliveries++;
        SawLast |= isLast;
        foreach (ref readonly SocketEntry row in rows)
        {
            Rows.Add(row);
            Paths.Add(Encoding.Latin1.GetString(row.UnixPath.Span));
            LastPending = row.UnixPendingPeers.ToArray();
        }

        return Deliveries < stopAfter;
    }
}
