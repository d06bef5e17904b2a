using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>What netstat calls the kinds and states of UNIX sockets.</summary>
internal static class UnixWords
{
    public static ReadOnlySpan<byte> Type(StateDialect dialect, Transport transport) => (transport, dialect == StateDialect.NetstatMacOs) switch
    {
        (Transport.UnixDatagram, false) => "DGRAM"u8,
        (Transport.UnixDatagram, true) => "dgram"u8,
        (Transport.UnixSeqPacket, false) => "SEQPACKET"u8,
        (Transport.UnixSeqPacket, true) => "seqpac"u8,
        (_, false) => "STREAM"u8,
        (_, true) => "stream"u8,
    };

    public static ReadOnlySpan<byte> Flags(in SocketEntry row) => row.State == SocketState.Listen ? "[ ACC ]"u8 : "[ ]"u8;

    public static ReadOnlySpan<byte> State(SocketState state) => state switch
    {
        SocketState.Listen => "LISTENING"u8,
        SocketState.SynSent => "CONNECTING"u8,
        SocketState.Established => "CONNECTED"u8,
        SocketState.Closing => "DISCONNECTING"u8,
        _ => default,
    };
}
