using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>A vsock socket as ss writes it: context id and port, either of which may be any.</summary>
internal sealed class VsockCells(Utf8Sink sink)
{
    // VMADDR_CID_ANY and VMADDR_PORT_ANY (linux/vm_sockets.h).
    private const uint Any = uint.MaxValue;

    public void AppendLocalAddress(in SocketEntry row) => AppendContext(in row.LocalEnd);

    public void AppendLocalPort(in SocketEntry row) => AppendNumber(row.LocalNumber);

    public void AppendPeerAddress(in SocketEntry row) => AppendContext(in row.PeerEnd);

    public void AppendPeerPort(in SocketEntry row) => AppendNumber(row.PeerNumber);

    private void AppendContext(in Endpoint end)
    {
        AppendNumber((uint)end.Addr.Low);
        sink.Append((byte)':');
    }

    private void AppendNumber(uint number)
    {
        if (number == Any) sink.Append((byte)'*');
        else sink.AppendNumber(number);
    }
}
