using System.Collections.Generic;
using System.Linq;
using Minato.Filter;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>A small world for filters: a few hosts, services, interfaces and groups.</summary>
internal sealed class FakeNames : IFilterNames
{
    public static FakeNames World { get; } = new();

    public (int First, int Last) EphemeralPorts => (32768, 60999);

    public HostLookup FindHost(string name, SocketFamily? family, List<IpAddr> addresses)
    {
        IpAddr[] known = name switch
        {
            "localhost" => [IpAddr.V4(0x7F000001), IpAddr.V6(0, 1)],
            "shop.example" => [IpAddr.V4(0xC0000201), IpAddr.V4(0xC0000202)],
            _ => [],
        };
        addresses.AddRange(known.Where(address => family is null || address.IsV6 == (family == SocketFamily.Inet6)));
        return name == "slow.example" ? HostLookup.TimedOut : addresses.Count > 0 ? HostLookup.Found : HostLookup.NotFound;
    }

    public bool TryFindService(string name, bool isUdp, out ushort port)
    {
        port = (name, isUdp) switch
        {
            ("ssh", false) => 22,
            ("http", false) => 80,
            ("https", _) => 443,
            ("domain", _) => 53,
            ("shell", false) => 514,
            ("syslog", true) => 514,
            ("split", false) => 1,
            ("split", true) => 2,
            _ => 0,
        };
        return port != 0;
    }

    public bool TryFindInterface(string name, out uint index)
    {
        index = name switch
        {
            "lo" => 1,
            "eth0" => 2,
            _ => 0,
        };
        return index != 0;
    }

    public bool TryFindUser(string name, out uint uid)
    {
        uid = name == "www-data" ? 33u : 0;
        return name is "www-data" or "root";
    }

    public bool TryFindCgroup(string path, bool isAnyFile, out ulong id)
    {
        id = path is "/sys/fs/cgroup/web" or "/web" or "web" ? 77u : 0;
        return id != 0;
    }

    public bool TryFindNetNamespace(string name, out ulong inode)
    {
        inode = name == "blue" ? 4026532200u : 0;
        return inode != 0;
    }

    public bool TryFindNetlinkProtocol(string name, out byte number)
    {
        number = name == "tcpdiag" ? (byte)4 : (byte)0;
        return name is "rtnl" or "tcpdiag";
    }

    public bool TryFindLinkProtocol(string name, out ushort number)
    {
        number = name == "arp" ? (ushort)0x806 : (ushort)0x800;
        return name is "arp" or "ip";
    }
}
