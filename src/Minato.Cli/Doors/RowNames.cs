using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Minato.Model;
using Minato.Naming;
using Minato.Reading;
using Minato.Rendering;

namespace Minato.Cli.Doors;

/// <summary>Names for the rows of a door's table, looked up by the Naming room when the first is wanted.</summary>
/// <param name="kinds">Which names.</param>
/// <param name="procRoot">Where /proc is.</param>
/// <param name="shownBySs">
/// The transports in the table when names are to be those of ss, which keeps the protocol of the table before for ports of
/// SCTP, DCCP and MPTCP, and knows none where no table was read (-E); null to name ports by their own protocol.
/// </param>
internal sealed class RowNames(NameKinds kinds, string procRoot = "/proc", Transports? shownBySs = null) : IRowNames, IDisposable
{
    private const string EphemeralRange = "/sys/net/ipv4/ip_local_port_range";

    private readonly ServiceNames? _services = (kinds & NameKinds.Services) == 0
        ? null
        : new ServiceNames((kinds & NameKinds.EphemeralServices) == 0 ? procRoot + EphemeralRange : null);

    private readonly ProtocolNames? _protocols = (kinds & NameKinds.Services) == 0 ? null : new ProtocolNames();
    private readonly UserNames? _users = (kinds & NameKinds.Users) == 0 ? null : new UserNames();
    private readonly HostNames? _hosts = (kinds & NameKinds.Hosts) == 0 ? null : new HostNames();
    private readonly InterfaceNames _interfaces = new();
    private readonly NetlinkProtocolNames _netlink = new(NetlinkProtocolNames.DefaultPaths);
    private readonly Dictionary<uint, StoredType?> _stored = [];
    private readonly ProcessNames _processes = new(procRoot);
    private ExecutableNames? _executables;

    /// <summary>The texts of a printed table, which stand for its numbers whatever they are called here; null for this machine's sockets.</summary>
    public TextNames? Printed { get; init; }

    public bool HasNames => Printed is null ? _services is not null || _hosts is not null : Printed.HasAny;

    public void Prepare(ReadOnlySpan<SocketEntry> rows)
    {
        if (_hosts is null || Printed is not null) return;
        Span<byte> address = stackalloc byte[16];
        foreach (ref readonly SocketEntry row in rows)
        {
            if (row.Family > SocketFamily.Inet6) continue;
            _hosts.Want(address[..row.Local.Address.CopyTo(address)]);
            _hosts.Want(address[..row.Peer.Address.CopyTo(address)]);
        }

        _hosts.Settle();
    }

    public bool TryService(Transport transport, ushort port, out ReadOnlySpan<byte> name)
    {
        name = default;
        if (_services is null || Printed is not null) return false;
        if (transport == Transport.Raw) return port <= byte.MaxValue && _protocols!.TryFind((byte)port, out name);
        return _services.TryFind(ProtocolOf(transport), port, out name);
    }

    private ServiceProtocol ProtocolOf(Transport transport) => transport switch
    {
        _ when shownBySs == Transports.None => ServiceProtocol.Any,
        Transport.Udp or Transport.UdpLite => ServiceProtocol.Udp,
        Transport.Mptcp or Transport.Sctp or Transport.Dccp when shownBySs is { } shown => LastNamed(shown),
        Transport.Sctp => ServiceProtocol.Sctp,
        Transport.Dccp => ServiceProtocol.Dccp,
        _ => ServiceProtocol.Tcp,
    };

    private static ServiceProtocol LastNamed(Transports shown) =>
        (shown & Transports.Tcp) != 0 ? ServiceProtocol.Tcp : (shown & Transports.Udp) != 0 ? ServiceProtocol.Udp : ServiceProtocol.Any;

    public bool TryPortText(uint portText, out ReadOnlySpan<byte> text)
    {
        text = default;
        return Printed is not null && Printed.TryPort(portText, out text);
    }

    public bool TryHost(in IpAddr address, out ReadOnlySpan<byte> name)
    {
        if (Printed is not null) return Printed.TryHost(in address, out name);
        name = default;
        if (_hosts is null) return false;
        Span<byte> bytes = stackalloc byte[16];
        return _hosts.TryFind(bytes[..address.CopyTo(bytes)], out name);
    }

    public bool TryInterface(uint index, out ReadOnlySpan<byte> name) =>
        Printed is null ? _interfaces.TryFind(index, out name) : Printed.TryInterface(index, out name);

    public bool TryUser(uint uid, out ReadOnlySpan<byte> name)
    {
        if (Printed is not null) return Printed.TryUser(uid, out name);
        name = default;
        return _users is not null && _users.TryFind(uid, out name);
    }

    public bool TryNetlinkProtocol(ushort protocol, out ReadOnlySpan<byte> name) => _netlink.TryFind(protocol, out name);

    public bool TryStoredType(uint map, [NotNullWhen(true)] out StoredType? type)
    {
        if (!_stored.TryGetValue(map, out type))
        {
            type = SocketStorage.TypeOf(map);
            _stored.Add(map, type);
        }

        return type is not null;
    }

    public bool TryProcess(uint pid, out ReadOnlySpan<byte> name) => _processes.TryFind(pid, out name);

    public bool TryExecutable(int pid, out ReadOnlySpan<byte> name)
    {
        name = default;
        return Printed is null && (_executables ??= new ExecutableNames(procRoot)).TryFind(pid, out name);
    }

    public void Dispose()
    {
        _hosts?.Dispose();
        _executables?.Dispose();
    }
}
