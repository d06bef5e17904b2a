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

    // What the widest cells seen on a terminal need.
    private int _state;
    private int _local;
    private int _peer;
    private int _owners;
    private bool _isNarrow;

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

    /// <summary>What the address columns are called: in short where the long titles alone would be too wide.</summary>
    public ReadOnlySpan<byte> LocalTitle => _isNarrow ? "Local"u8 : "Local Address:Port"u8;

    public ReadOnlySpan<byte> PeerTitle => _isNarrow ? "Peer"u8 : "Peer Address:Port"u8;

    /// <summary>Whether owners stand in the row; otherwise each row has a line of its own for them.</summary>
    public bool OwnersBeside { get; private set; } = true;

    /// <summary>Where owners that stand in the row begin.</summary>
    public int OwnersColumn { get; private set; }

    /// <summary>
    /// Widths for a terminal, from the longest cells: the fixed widths if they fit, else as narrow as the cells, else the
    /// owners on lines of their own, else short titles. Never less than the batch before needed: its rows are still on
    /// the screen.
    /// </summary>
    public void Fit(int state, int local, int peer, int owners)
    {
        _state = Math.Max(_state, state);
        _local = Math.Max(_local, local);
        _peer = Math.Max(_peer, peer);
        _owners = Math.Max(_owners, owners);

        OwnersBeside = true;
        _isNarrow = false;
        int beside = _owners == 0 ? 0 : _owners + 1;
        if (TryFitRoomy(beside) || TryFit(_state, _local, _peer, beside)) return;

        OwnersBeside = columns.OneLine;
        if (TryFitRoomy(0) || TryFit(_state, _local, _peer, 0)) return;

        _isNarrow = true;
        if (TryFit(_state, _local, _peer, 0)) return;
        _isNarrow = false;
        _ = TryFit(_state, _local, _peer, 0);
    }

    private bool TryFitRoomy(int beside) =>
        TryFit(Math.Max(_state, State), Math.Max(_local, V4Address), Math.Max(_peer, V4Address), beside);

    private bool TryFit(int state, int local, int peer, int beside)
    {
        StateWidth = Math.Max(state, "State".Length);
        Local = Math.Max(local, LocalTitle.Length);
        Peer = Math.Max(peer, PeerTitle.Length);
        int width = Local + 1 + Peer;
        if (columns.Netid) width += Netid + 1;
        if (columns.State) width += StateWidth + 1;
        if (columns.Queues) width += 2 * (Queue + 1);
        OwnersColumn = width + 1;
        return width + beside <= columns.TerminalWidth;
    }
}
