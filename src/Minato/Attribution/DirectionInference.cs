using System;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>
/// Who opened a TCP connection, told from the listeners seen before it: a connection on a port that is listened on came
/// in, any other went out. Inferred: a listener that has closed meanwhile makes its connections look outgoing.
/// </summary>
internal sealed class DirectionInference
{
    private readonly ulong[] _listening = new ulong[65536 / 64];

    /// <summary>Sets the direction of rows that come in the kernel's order, listeners first.</summary>
    public void Apply(Span<SocketEntry> rows)
    {
        foreach (ref SocketEntry row in rows)
        {
            if (row.Transport != Transport.Tcp) continue;
            row.Direction = Of(in row);
            row.Known |= SocketFields.Direction;
        }
    }

    /// <summary>Remembers a listener that is not part of the answer.</summary>
    public void AddListener(in SocketEntry row) => _listening[row.Local.Port >> 6] |= 1UL << (row.Local.Port & 63);

    private Direction Of(in SocketEntry row)
    {
        if (row.State == SocketState.Listen)
        {
            AddListener(in row);
            return Direction.Listen;
        }

        if (row.Peer.Port == 0) return Direction.Unknown;
        if (row.Peer.Address.IsLoopback || row.Peer.Address.Equals(row.Local.Address)) return Direction.Local;
        return (_listening[row.Local.Port >> 6] >> (row.Local.Port & 63) & 1) != 0 ? Direction.In : Direction.Out;
    }
}
