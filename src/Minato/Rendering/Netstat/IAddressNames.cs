using System;
using Minato.Model;

namespace Minato.Rendering.Netstat;

/// <summary>Names of hosts and networks. Every name is somebody's text and is escaped by the renderer.</summary>
internal interface IAddressNames
{
    /// <summary>Notes a host whose name will be asked.</summary>
    void Want(in IpAddr host);

    /// <summary>Looks up all that was wanted, together, because it takes time.</summary>
    void Settle();

    bool TryHost(in IpAddr host, out ReadOnlySpan<byte> name);

    /// <summary>Name of a network by its first address, as /etc/networks has it.</summary>
    bool TryNetwork(in IpAddr network, out ReadOnlySpan<byte> name);
}
