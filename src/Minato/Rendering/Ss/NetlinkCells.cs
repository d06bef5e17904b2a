using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>A netlink socket as ss writes it: the protocol stands where an address does, the port id's process where a port does.</summary>
internal sealed class NetlinkCells(Utf8Sink sink, IRowNames names, SsColumns columns)
{
    private readonly Escaping _escaping = columns.Escaping;

    public void AppendLocalAddress(in SocketEntry row)
    {
        if (!columns.Numeric && names.TryNetlinkProtocol(row.Protocol, out ReadOnlySpan<byte> name)) Untrusted.Append(sink, name, _escaping);
        else sink.AppendNumber(row.Protocol);
        sink.Append((byte)':');
    }

    // Programs may choose any number, but mostly it is the process's own (netlink(7)).
    public void AppendLocalPort(in SocketEntry row)
    {
        int port = (int)row.LocalNumber;
        if (port == -1)
        {
            sink.Append((byte)'*');
        }
        else if (port == 0 && !columns.Numeric)
        {
            sink.Append("kernel"u8);
        }
        else if (port > 0 && !columns.Numeric && names.TryProcess((uint)port, out ReadOnlySpan<byte> name))
        {
            Untrusted.Append(sink, SsOwners.Shown(name, columns.Release), columns.Release is null ? _escaping : Escaping.ControlsReplaced);
            sink.Append((byte)'/');
            sink.AppendNumber((uint)port);
        }
        else
        {
            AppendSigned(port);
        }
    }

    public void AppendPeerAddress(in SocketEntry row)
    {
        if (!row.Has(SocketFields.OtherEnd))
        {
            sink.Append((byte)'*');
            return;
        }

        AppendSigned((int)row.PeerEnd.Addr.Low);
        sink.Append((byte)':');
    }

    public void AppendPeerPort(in SocketEntry row)
    {
        if (row.Has(SocketFields.OtherEnd)) AppendSigned((int)row.PeerNumber);
    }

    // The kernel's numbers have no sign, ss's have.
    private void AppendSigned(int number)
    {
        if (number < 0) sink.Append((byte)'-');
        sink.AppendNumber((uint)Math.Abs((long)number));
    }
}
