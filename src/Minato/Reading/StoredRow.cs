using Minato.Model;

namespace Minato.Reading;

/// <summary>A row of a printed table as it is kept: values alone, and where its texts lie.</summary>
internal struct StoredRow
{
    private PackedSocket _socket;
    private SocketFamily _family;

    // An address that stands for a text is an IPv6 one in any family.
    private bool _localIsV6;
    private bool _peerIsV6;
    private uint _localPortText;
    private uint _peerPortText;
    private uint _unixReferences;
    private uint _unixPeer;

    /// <summary>Where the path of a UNIX socket lies, and the words that no field holds right behind it.</summary>
    public long Texts { get; set; }

    public int PathLength { get; set; }

    public int WordsLength { get; set; }

    /// <summary>Which columns those words are of.</summary>
    public int Columns { get; set; }

    public void Pack(in SocketEntry row)
    {
        _socket.Pack(in row);
        _family = row.Family;
        _localIsV6 = row.LocalEnd.Addr.IsV6;
        _peerIsV6 = row.PeerEnd.Addr.IsV6;
        _localPortText = row.LocalEnd.PortText;
        _peerPortText = row.PeerEnd.PortText;
        _unixReferences = row.UnixReferences;
        _unixPeer = row.UnixPeerInode;
    }

    /// <summary>The row without its texts.</summary>
    public readonly void Unpack(ref SocketEntry row)
    {
        _socket.Unpack(ref row);
        row.Family = _family;
        row.LocalEnd.Addr.Set(row.LocalEnd.Addr.High, row.LocalEnd.Addr.Low, _localIsV6);
        row.PeerEnd.Addr.Set(row.PeerEnd.Addr.High, row.PeerEnd.Addr.Low, _peerIsV6);
        row.LocalEnd.PortText = _localPortText;
        row.PeerEnd.PortText = _peerPortText;
        row.UnixReferences = _unixReferences;
        row.UnixPeerInode = _unixPeer;
    }
}
