using System;
using System.Runtime.CompilerServices;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Ss;

/// <summary>The ss table in the lesson's words: a row is written as it comes, cells left-aligned, no trailing blanks.</summary>
internal sealed class SsTable : ISocketConsumer
{
    // One process with the longest name and large numbers. A row with more owners gets a second line for them without
    // sending the other rows' owners there too.
    private const int OneOwner = 50;

    private readonly Utf8Sink _sink;
    private readonly SsColumns _columns;
    private readonly IRowNames _names;
    private readonly SsLayout _layout;
    private readonly SsCells _cells;
    private readonly SsDetails _details;
    private readonly RowStart _start = new();

    // Whether internet sockets are all numbers, and whether nothing follows their owners.
    private readonly bool _isNumeric;
    private readonly bool _endsWithOwners;

    // Where cells are written only to learn their width: a terminal is never in a hurry.
    private readonly Utf8Sink _scratch = new(NullOutput.Instance, size: 1024);
    private readonly SsDetails _scratchDetails;
    private SctpRows _sctp = new(StateDialect.Lesson);
    private bool _started;
    private int _pending;

    public SsTable(Utf8Sink sink, SsColumns columns, IRowNames names)
    {
        _sink = sink;
        _columns = columns;
        _names = names;
        _layout = new SsLayout(columns);
        _cells = new SsCells(sink, names, columns);
        _details = new SsDetails(sink, columns, names);
        _scratchDetails = new SsDetails(_scratch, columns, names);
        _isNumeric = !names.HasNames;
        _endsWithOwners = !(columns.Timer || columns.Details || columns.Cgroup);
    }

    public bool Accept(SocketBatch batch)
    {
        if (_names.HasNames) _names.Prepare(batch.Entries);
        if (_columns.TerminalWidth > 0) Measure(batch);
        else _layout.Widen(batch.Entries);
        if (!_started) AppendHeader();
        _start.Forget();
        _started = true;

        foreach (ref readonly SocketEntry row in batch.Entries) AppendRow(in row, batch);
        return !_sink.HasFailed && (_columns.TerminalWidth == 0 || _sink.Flush());
    }

    private void AppendHeader()
    {
        if (!_columns.Header) return;
        if (_columns.Netid) Cell("Netid"u8, SsLayout.Netid);
        if (_columns.State) Cell("State"u8, _layout.StateWidth);
        if (_columns.Queues)
        {
            Cell("Recv-Q"u8, SsLayout.Queue);
            Cell("Send-Q"u8, SsLayout.Queue);
        }

        Cell(_layout.LocalTitle, _layout.Local);
        Cell(_layout.PeerTitle, _layout.Peer);
        if (_columns.Process && !_layout.OwnersBeside) BreakLine();
        if (_columns.Process) Cell("Process"u8, 0);
        EndRow();
    }

    private void AppendRow(in SocketEntry row, SocketBatch batch)
    {
        bool isInet = row.Family <= SocketFamily.Inet6;
        if (isInet && _isNumeric && row.InterfaceIndex == 0) AppendNumeric(in row);
        else AppendCells(in row);

        if (_columns.Process) AppendOwners(batch.OwnersOf(in row));
        if (!isInet || !_endsWithOwners || row.DetailsPlace != 0) _details.AppendExtras(in row, batch, _pending - 1);
        EndRow();
    }

    // A connection between numbers, which most rows are, is written where it lies in the buffer (BENCH tan-100k).
    private void AppendNumeric(in SocketEntry row)
    {
        // The start, its blanks, and two ends with theirs: the widest column has 45.
        const int Room = 64 + 64 + 2 * (EndText.Room + 96);

        bool isKept = _start.IsOf(in row);
        if (!isKept) AppendStart(in row);
        ref byte to = ref _sink.Start(Room);
        int at = 0;
        if (isKept)
        {
            at = _start.Write(ref to);
            _pending = _start.Owed;
        }

        at += WritePending(ref Unsafe.Add(ref to, at));
        int length = EndText.Write(ref Unsafe.Add(ref to, at), in row.LocalEnd, row.V6Only);
        at += length;
        _pending = Math.Max(0, _layout.Local - length) + 1;
        at += WritePending(ref Unsafe.Add(ref to, at));
        length = EndText.Write(ref Unsafe.Add(ref to, at), in row.PeerEnd, row.V6Only);
        _pending = Math.Max(0, _layout.Peer - length) + 1;
        _sink.Advance(at + length);
    }

    private int WritePending(ref byte to)
    {
        EndText.WriteBlanks(ref to, _pending);
        return _pending;
    }

    private void AppendCells(in SocketEntry row)
    {
        if (_start.IsOf(in row))
        {
            _sink.Append(_start.Bytes);
            _pending = _start.Owed;
        }
        else
        {
            AppendStart(in row);
        }

        long start = StartCell();
        _cells.AppendLocal(in row);
        EndCell(start, _layout.Local);
        start = StartCell();
        _cells.AppendPeer(in row);
        EndCell(start, _layout.Peer);
    }

    private void AppendStart(in SocketEntry row)
    {
        long start = _sink.Position;
        if (_columns.Netid) Cell(_cells.Netid(in row), SsLayout.Netid);
        if (_columns.State) Cell(State(in row, ref _sctp), _layout.StateWidth);
        if (_columns.Queues)
        {
            Cell(row.ReceiveQueue, SsLayout.Queue);
            Cell(row.SendQueue, SsLayout.Queue);
        }

        _start.Keep(in row, _sink.Since(start), _pending);
    }

    private static ReadOnlySpan<byte> State(in SocketEntry row, ref SctpRows sctp) => row.Transport == Transport.Sctp
        ? sctp.State(in row, out _)
        : StateVocabulary.Word(StateDialect.Lesson, (int)row.State);

    private void AppendOwners(ReadOnlySpan<ProcessRef> owners)
    {
        if (owners.IsEmpty) return;
        if (_columns.TerminalWidth > 0 && !_columns.OneLine && !FitsBeside(MeasureOwners(owners))) BreakLine();
        long start = StartCell();
        _details.AppendOwners(owners);
        EndCell(start, 0);
    }

    private bool FitsBeside(int length) => _layout.OwnersBeside && _layout.OwnersColumn + length <= _columns.TerminalWidth;

    private int MeasureOwners(ReadOnlySpan<ProcessRef> owners)
    {
        long start = _scratch.Position;
        _scratchDetails.AppendOwners(owners);
        return (int)(_scratch.Position - start);
    }

    private void BreakLine()
    {
        _sink.Append("\n\t"u8);
        _pending = 0;
    }

    private void Cell(ReadOnlySpan<byte> text, int width)
    {
        _sink.AppendBlanks(_pending);
        _sink.AppendWord(text);
        _pending = Math.Max(0, width - text.Length) + 1;
    }

    private void Cell(uint number, int width)
    {
        long start = StartCell();
        _sink.AppendNumber(number);
        EndCell(start, width);
    }

    // Padding is owed, not written, until another cell follows: that leaves no blanks at the end of a row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long StartCell()
    {
        _sink.AppendBlanks(_pending);
        return _sink.Position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndCell(long start, int width) => _pending = Math.Max(0, width - (int)(_sink.Position - start)) + 1;

    private void EndRow()
    {
        _sink.Append((byte)'\n');
        _pending = 0;
    }

    private void Measure(SocketBatch batch)
    {
        SsCells cells = new(_scratch, _names, _columns);
        int state = 0;
        int local = 0;
        int peer = 0;
        int owners = _columns.Process ? "Process".Length : 0;
        SctpRows sctp = _sctp;
        foreach (ref readonly SocketEntry row in batch.Entries)
        {
            state = Math.Max(state, State(in row, ref sctp).Length);
            long start = _scratch.Position;
            cells.AppendLocal(in row);
            long middle = _scratch.Position;
            cells.AppendPeer(in row);
            long end = _scratch.Position;
            local = Math.Max(local, (int)(middle - start));
            peer = Math.Max(peer, (int)(end - middle));
            if (!_columns.Process) continue;
            int length = MeasureOwners(batch.OwnersOf(in row));
            if (length <= OneOwner) owners = Math.Max(owners, length);
        }

        _layout.Fit(state, local, peer, owners);
    }

    private sealed class NullOutput : IByteOutput
    {
        public static NullOutput Instance { get; } = new();

        public bool Write(ReadOnlySpan<byte> bytes) => true;
    }
}
