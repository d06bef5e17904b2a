using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>
/// Widths of the columns. In a file or pipe they are fixed, so that rows can stream and two runs look alike; on a
/// terminal each batch is measured and the table is drawn as narrow as it has to be.
/// </summary>
internal sealed class SsLayout(SsColumns columns)
{
    public const int Netid = 5;
    public const int State = 11;
    public const int Queue = 6;

    // "255.255.255.255:65535", and a full IPv6 address.
    private const int V4Address = 21;
    private const int V6Address = 45;

    // What the widest cells seen on a terminal need; the titles to begin with.
    private int _state = "State".Length;
    private int _local = "Local Address:Port".Length;
    private int _peer = "Peer Address:Port".Length;

    public int Local { get; private set; } = V4Address;

    public int Peer { get; private set; } = V4Address;

    public int StateWidth { get; private set; } = State;

    /// <summary>Fixed widths: wider for good once an IPv6 address has been seen.</summary>
    public void Widen(ReadOnlySpan<SocketEntry> rows)
    {
        if (Local == V6Address) return;
        foreach (ref readonly SocketEntry row in rows)
        {
            if (row.Family != SocketFamily.Inet6) continue;
            Local = Peer = V6Address;
            return;
        }
    }

    /// <summary>
    /// Widths for a terminal: the fixed ones where they fit, else what the cells need. Never less than the batch before
    /// needed: its rows are still on the screen.
    /// </summary>
    public void Fit(int state, int local, int peer)
    {
        _state = Math.Max(_state, state);
        _local = Math.Max(_local, local);
        _peer = Math.Max(_peer, peer);
        int roomyLocal = Math.Max(_local, V4Address);
        int roomyPeer = Math.Max(_peer, V4Address);
        int others = (columns.Netid ? Netid + 1 : 0) + (columns.State ? State + 1 : 0) + (columns.Queues ? 2 * (Queue + 1) : 0) + 1
            + (columns.Process ? " Process".Length : 0);
        bool isRoomy = others + roomyLocal + roomyPeer <= columns.TerminalWidth;
        StateWidth = isRoomy ? State : _state;
        Local = isRoomy ? roomyLocal : _local;
        Peer = isRoomy ? roomyPeer : _peer;
    }
}
