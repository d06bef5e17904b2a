using System;
using System.Runtime.CompilerServices;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Ss;

/// <summary>
/// The ss table byte for byte as a release of ss prints it: rows are kept until all of them, or as many as ss keeps, are
/// measured. <see cref="Finish"/> prints what is kept at the end.
/// </summary>
internal sealed class SsExactTable : ISocketConsumer
{
    private readonly Utf8Sink _sink;
    private readonly SsColumns _columns;
    private readonly IRowNames _names;
    private readonly ExactColumns _widths;
    private readonly ExactBuffer _buffer = new();
    private readonly SsCells _cells;
    private readonly SsDetails _details;

    // ss 6.1 writes the extras into the Process column and leaves the last one empty.
    private readonly bool _sharesProcess;
    private readonly bool _hasProcess;

    // Whether internet sockets are all numbers, and whether nothing follows them.
    private readonly bool _isNumeric;
    private readonly bool _endsWithEnds;

    // The first cells of the row before.
    private RowKey _start;

    // The last cell of a row is measured only when the next row begins: the last row's never is.
    private int _openCell;
    private SctpRows _sctp = new(StateDialect.Ss);

    public SsExactTable(Utf8Sink sink, SsColumns columns, IRowNames names)
    {
        SsRelease release = columns.Release ?? throw new ArgumentException("an exact table needs a release", nameof(columns));
        _sink = sink;
        _columns = columns;
        _names = names;
        _widths = new ExactColumns(columns, release);
        _cells = new SsCells(_buffer.Sink, names, columns);
        _details = new SsDetails(_buffer.Sink, columns, names, sink);
        _sharesProcess = !release.HidesUnaskedProcess;
        _hasProcess = _widths.IsShown(ExactColumns.Process);
        _isNumeric = !names.HasNames;
        _endsWithEnds = !(columns.Process || columns.Timer || columns.Details || columns.Cgroup);
        if (columns.Header) AppendHeader();
    }

    public bool Accept(SocketBatch batch)
    {
        if (_names.HasNames) _names.Prepare(batch.Entries);
        foreach (ref readonly SocketEntry row in batch.Entries) AppendRow(in row, batch);
        return !_sink.HasFailed;
    }

    /// <summary>Prints what is kept. False when the output has failed.</summary>
    public bool Finish()
    {
        if (!_buffer.IsEmpty) Print();
        return _sink.Flush();
    }

    private void AppendHeader()
    {
        for (int i = 0; i < ExactColumns.Extras; i++)
        {
            if (!_widths.IsShown(i)) continue;
            _buffer.Sink.Append(ExactColumns.Title(i));
            EndCell(i);
        }

        OpenCell(ExactColumns.Extras);
    }

    private void AppendRow(in SocketEntry row, SocketBatch batch)
    {
        if (!_buffer.IsEmpty) EndRow();
        if (_start.IsOf(in row)) _buffer.RepeatStart();
        else AppendStart(in row);

        bool isInet = row.Family <= SocketFamily.Inet6;
        if (isInet && _isNumeric && row.InterfaceIndex == 0) AppendNumbers(in row);
        else AppendCells(in row);

        if (isInet && _endsWithEnds && row.DetailsPlace == 0 && (!_hasProcess || batch.OwnersOf(in row).IsEmpty)) AppendNoRest();
        else AppendRest(in row, batch);
    }

    private void AppendStart(in SocketEntry row)
    {
        Utf8Sink sink = _buffer.Sink;
        bool isAssociation = false;
        ReadOnlySpan<byte> state = row.Transport == Transport.Sctp
            ? _sctp.State(in row, out isAssociation)
            : StateVocabulary.Word(StateDialect.Ss, (int)row.State);
        Span<int> lengths = stackalloc int[ExactColumns.LocalAddress];
        int cells = 0;

        // Cells that may be repeated lie in one piece.
        _ = ref _buffer.Start(ExactBuffer.StartRoom);
        if (_columns.Netid)
        {
            if (!isAssociation) sink.AppendWord(_cells.Netid(in row));
            lengths[cells++] = EndCell(ExactColumns.Netid);
        }

        if (_columns.State)
        {
            if (isAssociation) sink.Append("`- "u8);
            sink.AppendWord(state);
            lengths[cells++] = EndCell(ExactColumns.State);
        }

        if (_columns.Queues)
        {
            AppendQueue(row.ReceiveQueue);
            lengths[cells++] = EndCell(ExactColumns.ReceiveQueue);
            AppendQueue(row.SendQueue);
            lengths[cells++] = EndCell(ExactColumns.SendQueue);
        }

        if (!_widths.MayRepeatStart || cells == 0) return;
        _buffer.KeepStart(lengths[..cells]);
        _start.Keep(in row);
    }

    private void AppendCells(in SocketEntry row)
    {
        _cells.AppendLocalAddress(in row);
        EndCell(ExactColumns.LocalAddress);
        _cells.AppendLocalPort(in row);
        EndCell(ExactColumns.LocalPort);
        _cells.AppendPeerAddress(in row);
        EndCell(ExactColumns.PeerAddress);
        _cells.AppendPeerPort(in row);
        EndCell(ExactColumns.PeerPort);
    }

    // The same four cells where they lie in the buffer (BENCH exact-tan-100k).
    private void AppendNumbers(in SocketEntry row)
    {
        ref byte to = ref _buffer.Start(2 * (EndText.Room + 2));
        Span<int> lengths = stackalloc int[4];
        int at = 0;
        lengths[0] = EndText.WriteAddress(ref Unsafe.Add(ref to, at + 1), in row.LocalEnd, row.V6Only);
        at = Close(ref to, at, lengths[0]);
        lengths[1] = EndText.WritePort(ref Unsafe.Add(ref to, at + 1), row.LocalEnd.Port);
        at = Close(ref to, at, lengths[1]);
        lengths[2] = EndText.WriteAddress(ref Unsafe.Add(ref to, at + 1), in row.PeerEnd, row.V6Only);
        at = Close(ref to, at, lengths[2]);
        lengths[3] = EndText.WritePort(ref Unsafe.Add(ref to, at + 1), row.PeerEnd.Port);
        Close(ref to, at, lengths[3]);
        _buffer.Advance(lengths);
        for (int i = 0; i < lengths.Length; i++) _widths.Measure(ExactColumns.LocalAddress + i, lengths[i]);

        static int Close(ref byte to, int at, int length)
        {
            Unsafe.Add(ref to, at) = (byte)length;
            return at + 1 + length;
        }
    }

    private void AppendNoRest()
    {
        if (_hasProcess && !_sharesProcess) EndCell(ExactColumns.Process);
        OpenCell(_sharesProcess ? ExactColumns.Process : ExactColumns.Extras);
    }

    private void AppendRest(in SocketEntry row, SocketBatch batch)
    {
        if (row.Family == SocketFamily.Netlink)
        {
            AppendNetlinkRest(in row, batch);
            return;
        }

        if (_hasProcess)
        {
            _details.AppendBeforeOwners(in row);
            ReadOnlySpan<ProcessRef> owners = batch.OwnersOf(in row);
            if (!owners.IsEmpty)
            {
                _buffer.Sink.Append((byte)' ');
                _details.AppendOwners(owners);
            }

            if (!_sharesProcess) EndCell(ExactColumns.Process);
        }

        _details.AppendExtras(in row, batch);
        OpenCell(_sharesProcess ? ExactColumns.Process : ExactColumns.Extras);
    }

    // ss looks for no owners of these sockets, and their extras go where owners would: to a column that may not be shown.
    private void AppendNetlinkRest(in SocketEntry row, SocketBatch batch)
    {
        if (_hasProcess) _details.AppendExtras(in row, batch);
        OpenCell(_hasProcess ? ExactColumns.Process : ExactColumns.Extras);
    }

    // ss prints queues as C's `%-6d` does: a signed number with its blanks inside the cell.
    private void AppendQueue(uint length)
    {
        Utf8Sink sink = _buffer.Sink;
        long start = sink.Position;
        int signed = unchecked((int)length);
        if (signed < 0) sink.Append((byte)'-');
        sink.AppendNumber((ulong)Math.Abs((long)signed));
        sink.AppendBlanks(6 - (int)(sink.Position - start));
    }

    private int EndCell(int column)
    {
        int length = _buffer.EndCell();
        _widths.Measure(column, length);
        _buffer.CloseCell();
        return length;
    }

    private void OpenCell(int column)
    {
        _buffer.EndCell();
        _openCell = column;
    }

    private void EndRow()
    {
        if (_openCell == ExactColumns.Process)
        {
            CloseOpenCell();
            OpenCell(ExactColumns.Extras);
        }

        if (_buffer.IsFull) Print();
        else CloseOpenCell();
    }

    private void CloseOpenCell()
    {
        _widths.Measure(_openCell, _buffer.LastLength);
        _buffer.CloseCell();
    }

    private void Print()
    {
        _widths.Settle();
        _widths.Write(_sink, _buffer);
        _buffer.Clear();
        _start.Forget();
    }
}
