using Minato.Model;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>
/// The bits of a socket's state and options as BSD keeps them (sys/socketvar.h, sys/socket.h), as far as what Linux tells
/// determines them: whether a socket does not block, or who may bind beside it, Linux tells nobody but its owner.
/// </summary>
internal static class MacOsBits
{
    private const uint SS_NOFDREF = 0x0001;
    private const uint SS_ISCONNECTED = 0x0002;
    private const uint SS_ISCONNECTING = 0x0004;
    private const uint SS_CANTSENDMORE = 0x0010;
    private const uint SS_CANTRCVMORE = 0x0020;
    private const uint SS_ISDISCONNECTED = 0x2000;

    private const uint SO_ACCEPTCONN = 0x0002;
    private const uint SO_KEEPALIVE = 0x0008;

    // net/sock.h of Linux
    private const byte RCV_SHUTDOWN = 1;
    private const byte SEND_SHUTDOWN = 2;

    /// <summary>so_state.</summary>
    public static uint State(in SocketEntry row)
    {
        uint bits = OfState(row.State);
        if (row.Has(SocketFields.Shutdown))
        {
            if ((row.Shutdown & RCV_SHUTDOWN) != 0) bits |= SS_CANTRCVMORE;
            if ((row.Shutdown & SEND_SHUTDOWN) != 0) bits |= SS_CANTSENDMORE;
        }

        return row.Inode == 0 && row.State != SocketState.NewSynReceived ? bits | SS_NOFDREF : bits;
    }

    /// <summary>so_options.</summary>
    public static uint Options(in SocketEntry row)
    {
        uint bits = row.State == SocketState.Listen ? SO_ACCEPTCONN : 0;
        return row.Timer.Kind == TimerKind.KeepAlive ? bits | SO_KEEPALIVE : bits;
    }

    private static uint OfState(SocketState state) => state switch
    {
        SocketState.Established => SS_ISCONNECTED,
        SocketState.SynSent or SocketState.SynReceived or SocketState.NewSynReceived => SS_ISCONNECTING,
        SocketState.CloseWait => SS_ISCONNECTED | SS_CANTRCVMORE,
        SocketState.FinWait1 or SocketState.FinWait2 => SS_ISCONNECTED | SS_CANTSENDMORE,
        SocketState.Closing or SocketState.LastAck => SS_CANTSENDMORE | SS_CANTRCVMORE,
        SocketState.TimeWait => SS_ISDISCONNECTED | SS_CANTSENDMORE | SS_CANTRCVMORE,
        _ => 0,
    };
}
