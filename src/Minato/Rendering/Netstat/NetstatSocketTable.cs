using System;
using System.Runtime.CompilerServices;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>The one loop over the sockets of every netstat: a layout says what a row looks like.</summary>
internal sealed partial class NetstatSocketTable : ISocketConsumer
{
    private readonly Utf8Sink _sink;
    private readonly NetstatLayout _layout;
    private readonly IRowNames _names;
    private readonly NetstatCells _cells;

    // Whether hosts, ports and users are all numbers.
    private readonly bool _isNumeric;

    // The columns before and behind the two ends that are made of kind, state and queues: most rows have those of the row before.
    private readonly int _startColumns;
    private readonly int _endColumns;
    private readonly bool _hasEnds;
    private readonly RowStart _start = new();
    private readonly RowStart _end = new();
    private SocketFamily _startFamily;

    public NetstatSocketTable(Utf8Sink sink, NetstatLayout layout, IRowNames names)
    {
        _sink = sink;
        _layout = layout;
        _names = names;
        _cells = new NetstatCells(sink, layout, names);
        _isNumeric = !names.HasNames && !layout.Address.HostNames;

        NetstatColumn[] columns = layout.Columns;
        while (_startColumns < columns.Length && IsOfKey(columns[_startColumns].Cell)) _startColumns++;
        _hasEnds = _startColumns + 1 < columns.Length && columns[_startColumns].Cell == NetstatCell.Local && columns[_startColumns + 1].Cell == NetstatCell.Peer;
        if (!_hasEnds) return;
        _endColumns = _startColumns + 2;
        while (_endColumns < columns.Length && IsOfKey(columns[_endColumns].Cell)) _endColumns++;
    }

    /// <summary>The columns' headings.</summary>
    public void AppendHeader()
    {
        foreach (ref readonly NetstatColumn column in _layout.Columns.AsSpan()) NetstatText.AppendAscii(_sink, column.Title);
        _sink.Append(_layout.NewLine);
        if (_layout.HasBlankAfterHeader) _sink.Append(_layout.NewLine);
    }

    public bool Accept(SocketBatch batch)
    {
        if (_names.HasNames) _names.Prepare(batch.Entries);
        foreach (ref readonly SocketEntry row in batch.Entries) AppendRow(in row, in batch);
        return !_sink.HasFailed;
    }

    private void AppendRow(in SocketEntry row, in SocketBatch batch)
    {
        if (row.Transport == Transport.Sctp)
        {
            AppendAssociation(in row, in batch);
            return;
        }

        int done = 0;
        if (_hasEnds)
        {
            AppendEnds(in row, in batch);
            done = _endColumns;
        }

        for (int i = done; i < _layout.Columns.Length; i++) Append(i, in row, in batch);
        _sink.Append(_layout.NewLine);
        if (_layout.HasProgramLines) _cells.AppendProgramLine(in row, in batch);
    }

    private void AppendEnds(in SocketEntry row, in SocketBatch batch)
    {
        bool isKept = _start.IsOf(in row) && row.Family == _startFamily && IsPlain(in row);
        if (isKept && _isNumeric)
        {
            AppendNumbers(in row);
            return;
        }

        long from = _sink.Position;
        for (int i = 0; i < _startColumns; i++) Append(i, in row, in batch);
        long ends = _sink.Position;
        ReadOnlySpan<byte> start = _sink.Since(from);
        if (start.Length == ends - from) _start.Keep(in row, start, owed: 0);
        else _start.Forget();
        _startFamily = row.Family;

        Append(_startColumns, in row, in batch);
        Append(_startColumns + 1, in row, in batch);

        from = _sink.Position;
        for (int i = _startColumns + 2; i < _endColumns; i++) Append(i, in row, in batch);
        _end.Keep(in row, _sink.Since(from), owed: 0);
        if (!_end.IsOf(in row)) _start.Forget();
    }

    // A connection between numbers whose other cells are those of the row before (BENCH netstat-tan-100k).
    private void AppendNumbers(in SocketEntry row)
    {
        ref byte to = ref _sink.Start(Utf8Sink.Slack);
        int at = _start.Write(ref to);
        at += _cells.WriteEnd(ref Unsafe.Add(ref to, at), in row.LocalEnd, in _layout.Columns[_startColumns]);
        at += _cells.WriteEnd(ref Unsafe.Add(ref to, at), in row.PeerEnd, in _layout.Columns[_startColumns + 1]);
        at += _end.Write(ref Unsafe.Add(ref to, at));
        _sink.Advance(at);
    }

    private void Append(int index, in SocketEntry row, in SocketBatch batch) =>
        _cells.Append(in _layout.Columns[index], isLast: index == _layout.Columns.Length - 1, in row, in batch);

    // Ends that need no more than their own bytes: the others are written cell by cell.
    private bool IsPlain(in SocketEntry row) =>
        !row.Has(SocketFields.FromText) && !(_layout.Address.HidesUdpPeer && row.Transport == Transport.Udp) && (_layout.Address.Scope == ScopeForm.None || row.InterfaceIndex == 0);

    // What macOS calls the protocol depends on the address.
    private bool IsOfKey(NetstatCell cell) =>
        cell is NetstatCell.ReceiveQueue or NetstatCell.SendQueue or NetstatCell.State
        || (cell == NetstatCell.Protocol && _layout.Words != StateDialect.NetstatMacOs);
}
