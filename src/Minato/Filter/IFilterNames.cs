using System.Collections.Generic;
using Minato.Model;

namespace Minato.Filter;

/// <summary>What came of asking for a host's addresses.</summary>
internal enum HostLookup
{
    /// <summary>There are some.</summary>
    Found,

    /// <summary>Nobody knows the name.</summary>
    NotFound,

    /// <summary>No name server answered in time.</summary>
    TimedOut,
}

/// <summary>Turns the names in a filter into the numbers that sockets have.</summary>
internal interface IFilterNames
{
    /// <summary>The ports that the kernel gives to who asks for none.</summary>
    (int First, int Last) EphemeralPorts { get; }

    /// <summary>Adds the addresses of a host, IPv4 before IPv6; only those of <paramref name="family"/> when it is given. Bounded in time.</summary>
    HostLookup FindHost(string name, SocketFamily? family, List<IpAddr> addresses);

    /// <summary>A service by its name or alias.</summary>
    bool TryFindService(string name, bool isUdp, out ushort port);

    /// <summary>An interface's index.</summary>
    bool TryFindInterface(string name, out uint index);

    /// <summary>A user's id.</summary>
    bool TryFindUser(string name, out uint uid);

    /// <summary>
    /// The id of a control group of version 2, by its path or its path below the mount. <paramref name="isAnyFile"/> takes
    /// another file's identity too, which no socket has: so does ss.
    /// </summary>
    bool TryFindCgroup(string path, bool isAnyFile, out ulong id);

    /// <summary>A network namespace's inode, by the name that <c>ip netns</c> gave it.</summary>
    bool TryFindNetNamespace(string name, out ulong inode);

    /// <summary>A netlink protocol's number, by the name that ss prints.</summary>
    bool TryFindNetlinkProtocol(string name, out byte number);

    /// <summary>A link-layer protocol's number (ethertype), by the name that ss prints.</summary>
    bool TryFindLinkProtocol(string name, out ushort number);
}
