using System;
using Minato.Model;
using Minato.Naming;
using Minato.Rendering.Netstat;

namespace Minato.Cli.Doors;

/// <summary>Names of hosts and networks for tables of addresses, looked up by the Naming room.</summary>
internal sealed class AddressNames : IAddressNames, IDisposable
{
    private readonly HostNames _hosts = new();
    private readonly NetworkNames _networks = new();

    public void Want(in IpAddr host)
    {
        Span<byte> bytes = stackalloc byte[16];
        _hosts.Want(bytes[..host.CopyTo(bytes)]);
    }

    public void Settle() => _hosts.Settle();

    public bool TryHost(in IpAddr host, out ReadOnlySpan<byte> name)
    {
        Span<byte> bytes = stackalloc byte[16];
        return _hosts.TryFind(bytes[..host.CopyTo(bytes)], out name);
    }

    public bool TryNetwork(in IpAddr network, out ReadOnlySpan<byte> name)
    {
        name = default;
        return !network.IsV6 && _networks.TryFind((uint)network.Low, out name);
    }

    public void Dispose() => _hosts.Dispose();
}
