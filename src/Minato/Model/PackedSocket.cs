namespace Minato.Model;

/// <summary>
/// An internet socket's row in half of the bytes, for rows that wait: no reference, and nothing of the other families. What
/// lies in details stays behind.
/// </summary>
internal struct PackedSocket
{
    private ulong _localHigh;
    private ulong _localLow;
    private ulong _peerHigh;
    private ulong _peerLow;
    private ulong _netNamespace;
    private ulong _identity;
    private ulong _inode;
    private ulong _cgroup;
    private uint _receiveQueue;
    private uint _sendQueue;
    private uint _uid;
    private uint _mark;
    private uint _interface;
    private uint _milliseconds;
    private SocketFields _known;
    private ushort _localPort;
    private ushort _peerPort;
    private ushort _protocol;
    private SocketIdKind _identityKind;
    private Transport _transport;
    private SocketState _state;
    private Direction _direction;
    private TimerKind _timer;
    private byte _retries;
    private byte _shutdown;
    private bool _isV6;
    private bool _v6Only;

    /// <summary>Whether a row of that family can be packed.</summary>
    public static bool Fits(SocketFamily family) => family is SocketFamily.Inet or SocketFamily.Inet6;

    public void Pack(in SocketEntry row)
    {
        _localHigh = row.LocalEnd.Addr.High;
        _localLow = row.LocalEnd.Addr.Low;
        _peerHigh = row.PeerEnd.Addr.High;
        _peerLow = row.PeerEnd.Addr.Low;
        _netNamespace = row.Identity.NetNamespace;
        _identity = row.Identity.Value;
        _identityKind = row.Identity.Kind;
        _inode = row.Inode;
        _cgroup = row.CgroupId;
        _receiveQueue = row.ReceiveQueue;
        _sendQueue = row.SendQueue;
        _uid = row.Uid;
        _mark = row.Mark;
        _interface = row.InterfaceIndex;
        _timer = row.Timer.Kind;
        _milliseconds = row.Timer.Milliseconds;
        _retries = row.Timer.Retries;
        _known = row.Known;
        _localPort = row.LocalEnd.Port;
        _peerPort = row.PeerEnd.Port;
        _protocol = row.Protocol;
        _transport = row.Transport;
        _state = row.State;
        _direction = row.Direction;
        _shutdown = row.Shutdown;
        _isV6 = row.Family == SocketFamily.Inet6;
        _v6Only = row.V6Only;
    }

    public readonly void Unpack(ref SocketEntry row)
    {
        row = default;
        row.Transport = _transport;
        row.Family = _isV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        row.State = _state;
        row.Direction = _direction;
        row.Known = _known;
        row.LocalEnd.Addr.Set(_localHigh, _localLow, _isV6);
        row.LocalEnd.Port = _localPort;
        row.PeerEnd.Addr.Set(_peerHigh, _peerLow, _isV6);
        row.PeerEnd.Port = _peerPort;
        row.Identity.Set(_netNamespace, _identity, _identityKind);
        row.Protocol = _protocol;
        row.ReceiveQueue = _receiveQueue;
        row.SendQueue = _sendQueue;
        row.Uid = _uid;
        row.Inode = _inode;
        row.Timer = new SocketTimer(_timer, _milliseconds, _retries);
        row.Mark = _mark;
        row.InterfaceIndex = _interface;
        row.CgroupId = _cgroup;
        row.V6Only = _v6Only;
        row.Shutdown = _shutdown;
    }
}
