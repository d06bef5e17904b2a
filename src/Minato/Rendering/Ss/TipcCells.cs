using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>A TIPC socket as ss writes it: node and reference.</summary>
internal sealed class TipcCells(Utf8Sink sink)
{
    public void AppendLocalAddress(in SocketEntry row) => AppendNode(in row.LocalEnd);

    public void AppendLocalPort(in SocketEntry row) => sink.AppendNumber(row.LocalNumber);

    public void AppendPeerAddress(in SocketEntry row)
    {
        if (row.Has(SocketFields.OtherEnd)) AppendNode(in row.PeerEnd);
        else sink.Append((byte)'-');
    }

    public void AppendPeerPort(in SocketEntry row)
    {
        if (row.Has(SocketFields.OtherEnd)) sink.AppendNumber(row.PeerNumber);
    }

    private void AppendNode(in Endpoint end)
    {
        sink.AppendNumber(end.Addr.Low);
        sink.Append((byte)':');
    }
}
