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

    // The longest cells of all batches so far.
    private int _state;
    private int _local;
    private int _peer;
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

    /// <summary>
    /// Widths for a terminal, from the longest cells: with the fixed widths if that fits, else as narrow as the cells,
    /// else with the owners on lines of their own, else with short titles. Never narrower than the batch before, whose
    /// rows are still on the screen.
    /// </summary>
    public void Fit(int state, int local, int peer, int owners)
    {
        _state = state = Math.Max(_state, state);
        _local = local = Math.Max(_local, local);
        _peer = peer = Math.Max(_peer, peer);
        int beside = owners == 0 ? 0 : owners + 1;
        OwnersBeside = true;
        _isNarrow = false;
        if (TryFit(Math.Max(state, State), Math.Max(local, V4Address), Math.Max(peer, V4Address), beside)) return;
        if (TryFit(state, local, peer, beside)) return;

        OwnersBeside = columns.OneLine;
        if (TryFit(Math.Max(state, State), Math.Max(local, V4Address), Math.Max(peer, V4Address), 0)) return;
        if (TryFit(state, local, peer, 0)) return;

        _isNarrow = true;
        _ = TryFit(state, local, peer, 0);
    }

    private bool TryFit(int state, int local, int peer, int beside)
    {
        StateWidth = Math.Max(state, "State".Length);
        Local = Math.Max(local, LocalTitle.Length);
        Peer = Math.Max(peer, PeerTitle.Length);
        int width = Local + 1 + Peer + beside;
        if (columns.Netid) width += Netid + 1;
        if (columns.State) width += StateWidth + 1;
        if (columns.Queues) width += 2 * (Queue + 1);
        return width <= columns.TerminalWidth;
    }
}
