using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>"Active Internet connections" as net-tools 2.10 prints it.</summary>
internal sealed class NetstatInetTable(Utf8Sink sink, NetstatColumns columns, IRowNames names) : ISocketConsumer
{
    private readonly NetstatCells _cells = new(sink, columns, names);

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
        _cells.AppendPadded(Protocol(in row), 4);
        sink.AppendBlanks(2);
        _cells.AppendNumberRight(row.ReceiveQueue, 6);
        sink.Append((byte)' ');

        // /proc/net/tcp has no backlog, so netstat's listeners always show 0 here.
        _cells.AppendNumberRight(row.State == SocketState.Listen ? 0 : row.SendQueue, 6);
        _cells.AppendAddress(in row.LocalEnd, row.Transport);
        _cells.AppendAddress(in row.PeerEnd, row.Transport);
        sink.Append((byte)' ');
        AppendState(in row);
        if (columns.Extended) _cells.AppendUser(in row);
        if (columns.Program) _cells.AppendProgram(batch.OwnersOf(in row));
        if (columns.Timer) _cells.AppendTimer(row.Timer);
        sink.Append((byte)'\n');
    }

    private void AppendState(in SocketEntry row)
    {
        if (row.Transport == Transport.Raw) _cells.AppendNumberLeft((uint)row.State, 11);
        else if (row.Transport == Transport.Udp && row.State == SocketState.Closed) sink.AppendBlanks(11);
        else _cells.AppendPadded(StateVocabulary.Word(StateDialect.NetstatLinux, (int)row.State), 11);
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
