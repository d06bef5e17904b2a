using Minato.Model;

namespace Minato.Rendering;

/// <summary>What the first cells of a row are made of: kind, state and queues.</summary>
internal struct RowKey
{
    private bool _isSet;
    private Transport _transport;
    private SocketState _state;
    private uint _receiveQueue;
    private uint _sendQueue;

    public readonly bool IsOf(in SocketEntry row) =>
        _isSet && row.State == _state && row.Transport == _transport && row.ReceiveQueue == _receiveQueue && row.SendQueue == _sendQueue;

    public void Keep(in SocketEntry row)
    {
        _isSet = IsNamedByTransport(row.Transport);
        _transport = row.Transport;
        _state = row.State;
        _receiveQueue = row.ReceiveQueue;
        _sendQueue = row.SendQueue;
    }

    public void Forget() => _isSet = false;

    // The name of the others' kind, or their state, is also another field's business.
    private static bool IsNamedByTransport(Transport transport) =>
        transport is Transport.Tcp or Transport.Udp or Transport.UnixStream or Transport.UnixDatagram or Transport.UnixSeqPacket;
}
