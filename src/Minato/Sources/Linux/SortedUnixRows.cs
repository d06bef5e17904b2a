using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>
/// Rows of /proc/net/unix in the order of ss, which sorts them by type and inode, as many at a time as it keeps in memory.
/// </summary>
internal sealed class SortedUnixRows(RowBuffer rows, int most)
{
    private readonly List<(SocketEntry Row, byte[] Path, int Place)> _kept = new(most);

    public void Add(in SocketEntry row, ReadOnlySpan<byte> path)
    {
        _kept.Add((row, path.ToArray(), _kept.Count));
        if (_kept.Count == most) Flush();
    }

    public void Flush()
    {
        _kept.Sort(static (left, right) =>
        {
            int order = left.Row.Transport.CompareTo(right.Row.Transport);
            if (order == 0) order = left.Row.Inode.CompareTo(right.Row.Inode);
            return order != 0 ? order : left.Place.CompareTo(right.Place);
        });
        foreach ((SocketEntry row, byte[] path, int _) in _kept)
        {
            if (rows.IsStopped) break;
            rows.Next = row;
            rows.Commit(path, pending: default);
        }

        _kept.Clear();
    }
}
