using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>The address cells of a row as ss writes them.</summary>
internal sealed class SsCells(Utf8Sink sink, IRowNames names)
{
    private readonly bool _hasNames = names.HasNames;

    public static ReadOnlySpan<byte> Netid(Transport transport) => transport switch
    {
        Transport.Tcp => "tcp"u8,
        Transport.Udp => "udp"u8,
        Transport.Raw => "raw"u8,
        Transport.UnixDatagram => "u_dgr"u8,
        Transport.UnixSeqPacket => "u_seq"u8,
        _ => "u_str"u8,
    };

    public void AppendLocal(in SocketEntry row)
    {
        if (row.Family == SocketFamily.Unix)
        {
            AppendUnixPath(row.UnixPath.Span);
            sink.Append((byte)' ');
            sink.AppendNumber(row.Inode);
            return;
        }

        AppendEndpoint(in row.LocalEnd, row.Transport, row.V6Only, row.InterfaceIndex);
    }

    public void AppendPeer(in SocketEntry row)
    {
        if (row.Family == SocketFamily.Unix)
        {
            sink.Append("* "u8);
            sink.AppendNumber(row.UnixPeerInode);
            return;
        }

        AppendEndpoint(in row.PeerEnd, row.Transport, row.V6Only, 0);
    }

    private void AppendEndpoint(in Endpoint end, Transport transport, bool v6Only, uint interfaceIndex)
    {
        ref readonly IpAddr address = ref end.Addr;
        if (_hasNames && !address.IsUnspecified && names.TryHost(in address, out ReadOnlySpan<byte> host))
        {
            Untrusted.Append(sink, host);
        }
        else if (!address.IsV6)
        {
            AddressText.Append(sink, in address);
        }
        else if (address.IsUnspecified && !v6Only)
        {
            // A dual-stack socket answers on IPv4 too: ss writes `*`, and `[::]` only when IPv4 is refused.
            sink.Append((byte)'*');
        }
        else
        {
            sink.Append((byte)'[');
            AddressText.Append(sink, in address);
            sink.Append((byte)']');
        }

        if (interfaceIndex != 0)
        {
            sink.Append((byte)'%');
            if (names.TryInterface(interfaceIndex, out ReadOnlySpan<byte> name)) Untrusted.Append(sink, name);
            else sink.AppendNumber(interfaceIndex);
        }

        sink.Append((byte)':');
        if (end.Port == 0) sink.Append((byte)'*');
        else if (_hasNames && names.TryService(transport, end.Port, out ReadOnlySpan<byte> service)) Untrusted.Append(sink, service);
        else sink.AppendNumber(end.Port);
    }

    // An abstract name starts with NUL and may hold more of them; ss shows each as '@'.
    private void AppendUnixPath(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty)
        {
            sink.Append((byte)'*');
            return;
        }

        int nul;
        while ((nul = path.IndexOf((byte)0)) >= 0)
        {
            Untrusted.Append(sink, path[..nul]);
            sink.Append((byte)'@');
            path = path[(nul + 1)..];
        }

        Untrusted.Append(sink, path);
    }
}
