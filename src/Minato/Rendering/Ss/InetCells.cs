using System;
using System.Runtime.CompilerServices;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>Both ends of an internet socket as ss writes them.</summary>
internal sealed class InetCells(Utf8Sink sink, IRowNames names, SsColumns columns)
{
    private readonly bool _hasNames = names.HasNames;
    private readonly Escaping _escaping = columns.Escaping;

    // ss has a word for the protocols of raw sockets that have no name.
    private readonly bool _namesAnyProtocol = columns is { Release: not null, Numeric: false };
    private readonly bool _portsAsProtocols = columns.PortsAsProtocols;

    public void AppendLocal(in SocketEntry row)
    {
        AppendAddress(in row.LocalEnd, row.V6Only, row.InterfaceIndex);
        AppendPort(row.Transport, in row.LocalEnd);
    }

    public void AppendPeer(in SocketEntry row)
    {
        AppendAddress(in row.PeerEnd, row.V6Only, 0);
        AppendPort(row.Transport, in row.PeerEnd);
    }

    public void AppendLocalAddress(in SocketEntry row) => AppendAddress(in row.LocalEnd, row.V6Only, row.InterfaceIndex);

    public void AppendLocalPort(in SocketEntry row) => AppendPort(row.Transport, in row.LocalEnd);

    public void AppendPeerAddress(in SocketEntry row) => AppendAddress(in row.PeerEnd, row.V6Only, 0);

    public void AppendPeerPort(in SocketEntry row) => AppendPort(row.Transport, in row.PeerEnd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AppendAddress(in Endpoint end, bool v6Only, uint interfaceIndex)
    {
        ref readonly IpAddr address = ref end.Addr;
        if (_hasNames && !address.IsUnspecified && names.TryHost(in address, out ReadOnlySpan<byte> host))
        {
            Untrusted.Append(sink, host, _escaping);
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

        if (interfaceIndex != 0) AppendInterface(interfaceIndex);
        sink.Append((byte)':');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AppendPort(Transport transport, in Endpoint end)
    {
        ushort port = end.Port;
        if (_hasNames && end.PortText != 0 && names.TryPortText(end.PortText, out ReadOnlySpan<byte> text))
        {
            Untrusted.Append(sink, text, _escaping);
            return;
        }

        if (port == 0)
        {
            sink.Append((byte)'*');
            return;
        }

        if (_hasNames)
        {
            if (_portsAsProtocols) transport = Transport.Raw;
            if (names.TryService(transport, port, out ReadOnlySpan<byte> service))
            {
                Untrusted.Append(sink, service, _escaping);
                return;
            }

            if (_namesAnyProtocol && transport == Transport.Raw) sink.Append("ipproto-"u8);
        }

        sink.AppendNumber(port);
    }

    private void AppendInterface(uint index)
    {
        sink.Append((byte)'%');
        InterfaceText.Append(sink, names, columns, _escaping, index);
    }
}
