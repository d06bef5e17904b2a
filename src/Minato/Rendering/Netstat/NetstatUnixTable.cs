using System;
using Minato.Model;

namespace Minato.Rendering.Netstat;

/// <summary>"Active UNIX domain sockets" as net-tools 2.10 prints it.</summary>
internal sealed class NetstatUnixTable(Utf8Sink sink, NetstatColumns columns, IRowNames names) : ISocketConsumer
{
    private readonly NetstatCells _cells = new(sink, columns, names);

    /// <param name="scope">What the heading says in parentheses.</param>
    public void AppendHeader(ReadOnlySpan<byte> scope)
    {
        sink.Append("Active UNIX domain sockets ("u8);
        sink.Append(scope);
        sink.Append(")\nProto RefCnt Flags       Type       State         I-Node  "u8);
        if (columns.Program) sink.Append(" PID/Program name    "u8);
        sink.Append(" Path\n"u8);
    }

    public bool Accept(SocketBatch batch)
    {
        foreach (ref readonly SocketEntry row in batch.Entries)
        {
            sink.Append("unix  "u8);
            _cells.AppendNumberLeft(row.UnixReferences, 6);
            sink.Append(row.State == SocketState.Listen ? " [ ACC ]     "u8 : " [ ]         "u8);
            _cells.AppendPadded(Type(row.Transport), 10);
            sink.Append((byte)' ');
            _cells.AppendPadded(State(row.State), 13);
            sink.Append((byte)' ');
            _cells.AppendNumberLeft(row.Inode, 8);
            if (columns.Program) _cells.AppendProgram(batch.OwnersOf(in row));
            sink.Append((byte)' ');
            Untrusted.Append(sink, row.UnixPath.Span);
            sink.Append((byte)'\n');
        }

        return !sink.HasFailed;
    }

    private static ReadOnlySpan<byte> Type(Transport transport) => transport switch
    {
        Transport.UnixDatagram => "DGRAM"u8,
        Transport.UnixSeqPacket => "SEQPACKET"u8,
        _ => "STREAM"u8,
    };

    private static ReadOnlySpan<byte> State(SocketState state) => state switch
    {
        SocketState.Listen => "LISTENING"u8,
        SocketState.SynSent => "CONNECTING"u8,
        SocketState.Established => "CONNECTED"u8,
        SocketState.Closing => "DISCONNECTING"u8,
        _ => default,
    };
}
