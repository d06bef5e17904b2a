using System;
using System.Runtime.CompilerServices;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>"Active Internet connections" as net-tools 2.10 prints it.</summary>
internal sealed class NetstatInetTable(Utf8Sink sink, NetstatColumns columns, IRowNames names) : ISocketConsumer
{
    private readonly NetstatCells _cells = new(sink, columns, names);

    // Whether hosts, ports and users are all numbers.
    private readonly bool _isNumeric = !names.HasNames && !columns.HostNames;

    // What stands before and behind the addresses: most rows have what the row before has.
    private readonly RowStart _start = new();
    private readonly RowStart _end = new();
    private SocketFamily _startFamily;

    /// <param name="scope">What the heading says in parentheses.</param>
    public void AppendHeader(ReadOnlySpan<byte> scope)
    {
        sink.Append("Active Internet connections ("u8);
        sink.Append(scope);
        sink.Append(")\nProto Recv-Q Send-Q Local Address           Foreign Address         State      "u8);
        if (columns.Extended) sink.Append(" User       Inode     "u8);
        if (columns.Program) sink.Append(" PID/Program name    "u8);
        if (columns.Timer) sink.Append(" Timer"u8);
        sink.Append((byte)'\n');
    }

    public bool Accept(SocketBatch batch)
    {
        if (names.HasNames) names.Prepare(batch.Entries);
        foreach (ref readonly SocketEntry row in batch.Entries) AppendRow(in row, batch);
        return !sink.HasFailed;
    }

    private void AppendRow(in SocketEntry row, SocketBatch batch)
    {
        bool isKept = _start.IsOf(in row) && row.Family == _startFamily;
        if (!isKept) AppendStart(in row);
        if (_isNumeric && isKept)
        {
            AppendNumbers(in row);
        }
        else
        {
            if (isKept) sink.Append(_start.Bytes);
            _cells.AppendAddress(in row.LocalEnd, row.Transport);
            _cells.AppendAddress(in row.PeerEnd, row.Transport);
            AppendState(in row);
        }

        if (columns.Extended) _cells.AppendUser(in row);
        if (columns.Program) _cells.AppendProgram(batch.OwnersOf(in row));
        if (columns.Timer) _cells.AppendTimer(row.Timer);
        sink.Append((byte)'\n');
    }

    private void AppendStart(in SocketEntry row)
    {
        long start = sink.Position;
        _cells.AppendPadded(Protocol(in row), 4);
        sink.AppendBlanks(2);
        _cells.AppendNumberRight(row.ReceiveQueue, 6);
        sink.Append((byte)' ');

        // /proc/net/tcp has no backlog, so netstat's listeners always show 0 here.
        _cells.AppendNumberRight(row.State == SocketState.Listen ? 0 : row.SendQueue, 6);
        _start.Keep(in row, sink.Since(start), owed: 0);
        _startFamily = row.Family;
    }

    // A connection between numbers whose other cells are those of the row before (BENCH netstat-tan-100k).
    private void AppendNumbers(in SocketEntry row)
    {
        ref byte to = ref sink.Start(Utf8Sink.Slack);
        int at = _start.Write(ref to);
        at += _cells.WriteNumbers(ref Unsafe.Add(ref to, at), in row.LocalEnd);
        at += _cells.WriteNumbers(ref Unsafe.Add(ref to, at), in row.PeerEnd);
        at += _end.Write(ref Unsafe.Add(ref to, at));
        sink.Advance(at);
    }

    private void AppendState(in SocketEntry row)
    {
        long start = sink.Position;
        sink.Append((byte)' ');
        if (row.Transport == Transport.Raw) _cells.AppendNumberLeft((uint)row.State, 11);
        else if (row.Transport == Transport.Udp && row.State == SocketState.Closed) sink.AppendBlanks(11);
        else _cells.AppendPadded(StateVocabulary.Word(StateDialect.NetstatLinux, (int)row.State), 11);
        _end.Keep(in row, sink.Since(start), owed: 0);
        if (!_end.IsOf(in row)) _start.Forget();
    }

    private static ReadOnlySpan<byte> Protocol(in SocketEntry row) => (row.Transport, row.Family == SocketFamily.Inet6) switch
    {
        (Transport.Udp, false) => "udp"u8,
        (Transport.Udp, true) => "udp6"u8,
        (Transport.Raw, false) => "raw"u8,
        (Transport.Raw, true) => "raw6"u8,
        (_, false) => "tcp"u8,
        (_, true) => "tcp6"u8,
    };
}
