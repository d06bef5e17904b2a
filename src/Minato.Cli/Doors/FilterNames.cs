using System;
using System.Collections.Generic;
using System.Text;
using Minato.Filter;
using Minato.Model;
using Minato.Naming;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors;

/// <summary>The names in a door's filter, looked up by the Naming room when they are met.</summary>
/// <param name="procRoot">Where /proc is.</param>
/// <param name="portRange">The file of the ephemeral range, or null for the one below <paramref name="procRoot"/>.</param>
internal sealed class FilterNames(string procRoot = "/proc", string? portRange = null) : IFilterNames
{
    // What ss 7.3 adds to the names that it prints (if_ether.h: ETH_P_IP).
    private const string OtherNameOfIp = "ipv4";
    private const ushort EtherTypeIp = 0x0800;

    // Made when the first name is met: most filters have none.
    private HostAddresses? _hosts;
    private ServicePorts? _services;
    private NetlinkProtocolNames? _netlink;

    public (int First, int Last) EphemeralPorts
    {
        get
        {
            EphemeralPorts ports = Naming.EphemeralPorts.Read(portRange ?? procRoot + "/sys/net/ipv4/ip_local_port_range");
            return (ports.First, ports.Last);
        }
    }

    public HostLookup FindHost(string name, SocketFamily? family, List<IpAddr> addresses)
    {
        List<HostAddress> found = [];
        _hosts ??= new HostAddresses();
        bool isInTime = _hosts.Find(name, family != SocketFamily.Inet6, family != SocketFamily.Inet, found);
        Span<byte> bytes = stackalloc byte[HostAddress.V6Size];
        foreach (HostAddress address in found) addresses.Add(IpAddr.FromBytes(bytes[..address.CopyTo(bytes)]));
        return found.Count > 0 ? HostLookup.Found : isInTime ? HostLookup.NotFound : HostLookup.TimedOut;
    }

    public bool TryFindService(string name, bool isUdp, out ushort port) =>
        (_services ??= new ServicePorts()).TryFind(Encoding.UTF8.GetBytes(name), isUdp ? "udp"u8 : "tcp"u8, out port);

    public bool TryFindInterface(string name, out uint index)
    {
        index = InterfaceNames.FindIndex(name);
        return index != 0;
    }

    public bool TryFindUser(string name, out uint uid) => UserIds.TryFind(Encoding.UTF8.GetBytes(name), out uid);

    public bool TryFindCgroup(string path, bool isAnyFile, out ulong id) => FileIdentity.TryFindCgroup(path, isAnyFile, out id);

    public bool TryFindNetNamespace(string name, out ulong inode) => FileIdentity.TryFindNetNamespace(name, out inode);

    public bool TryFindNetlinkProtocol(string name, out byte number)
    {
        _netlink ??= new NetlinkProtocolNames(NetlinkProtocolNames.DefaultPaths);
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        for (int protocol = 0; protocol <= byte.MaxValue; protocol++)
        {
            number = (byte)protocol;
            if (_netlink.TryFind(number, out ReadOnlySpan<byte> known) && known.SequenceEqual(wanted)) return true;
        }

        number = 0;
        return false;
    }

    public bool TryFindLinkProtocol(string name, out ushort number)
    {
        number = EtherTypeIp;
        if (name == OtherNameOfIp) return true;
        byte[] wanted = Encoding.UTF8.GetBytes(name);
        for (int type = 1; type <= ushort.MaxValue; type++)
        {
            number = (ushort)type;
            if (EtherTypeNames.Find(number) is { IsEmpty: false } known && Ascii.EqualsIgnoreCase(known, wanted)) return true;
        }

        return false;
    }
}
