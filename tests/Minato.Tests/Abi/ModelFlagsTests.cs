using System.Collections.Generic;
using System.Linq;
using Minato.Model.Network;
using Minato.Tests.Architecture;

namespace Minato.Tests.Abi;

/// <summary>Flags that Model keeps as the kernel has them are those of its headers.</summary>
public sealed class ModelFlagsTests
{
    [Theory]
    [InlineData("linux/route.h")]
    [InlineData("linux/ipv6_route.h")]
    [InlineData("linux/if.h")]
    public void Flags_are_the_headers(string header)
    {
        Assert.SkipWhen(CCompiler.Missing is not null, CCompiler.Missing ?? "");
        Findings.None(HeaderProof.Of(header, Facts.Where(fact => fact.Header == header), NewerFacts.All).Wrong);
    }

    private static IEnumerable<AbiFact> Facts =>
    [
        Route("RTF_UP", RouteFlags.Up), Route("RTF_GATEWAY", RouteFlags.Gateway), Route("RTF_HOST", RouteFlags.Host),
        Route("RTF_REINSTATE", RouteFlags.Reinstate), Route("RTF_DYNAMIC", RouteFlags.Dynamic), Route("RTF_MODIFIED", RouteFlags.Modified),
        Route("RTF_MTU", RouteFlags.Mtu), Route("RTF_WINDOW", RouteFlags.Window), Route("RTF_IRTT", RouteFlags.Irtt),
        Route("RTF_REJECT", RouteFlags.Reject),
        Route6("RTF_DEFAULT", RouteFlags.Default), Route6("RTF_ALLONLINK", RouteFlags.AllOnLink), Route6("RTF_ADDRCONF", RouteFlags.AddrConf),
        Route6("RTF_PREFIX_RT", RouteFlags.PrefixRoute), Route6("RTF_ANYCAST", RouteFlags.Anycast), Route6("RTF_NONEXTHOP", RouteFlags.NoNextHop),
        Route6("RTF_EXPIRES", RouteFlags.Expires), Route6("RTF_ROUTEINFO", RouteFlags.RouteInfo), Route6("RTF_CACHE", RouteFlags.Cache),
        Route6("RTF_FLOW", RouteFlags.Flow), Route6("RTF_POLICY", RouteFlags.Policy), Route6("RTF_PCPU", RouteFlags.PerProcessor),
        Route6("RTF_LOCAL", RouteFlags.Local),
        Link("IFF_UP", InterfaceFlags.Up), Link("IFF_BROADCAST", InterfaceFlags.Broadcast), Link("IFF_DEBUG", InterfaceFlags.Debug),
        Link("IFF_LOOPBACK", InterfaceFlags.Loopback), Link("IFF_POINTOPOINT", InterfaceFlags.PointToPoint),
        Link("IFF_NOTRAILERS", InterfaceFlags.NoTrailers), Link("IFF_RUNNING", InterfaceFlags.Running), Link("IFF_NOARP", InterfaceFlags.NoArp),
        Link("IFF_PROMISC", InterfaceFlags.Promiscuous), Link("IFF_ALLMULTI", InterfaceFlags.AllMulticast),
        Link("IFF_MASTER", InterfaceFlags.Master), Link("IFF_SLAVE", InterfaceFlags.Slave), Link("IFF_MULTICAST", InterfaceFlags.Multicast),
        Link("IFF_PORTSEL", InterfaceFlags.PortSelect), Link("IFF_AUTOMEDIA", InterfaceFlags.AutoMedia), Link("IFF_DYNAMIC", InterfaceFlags.Dynamic),
        Link("IFF_LOWER_UP", InterfaceFlags.LowerUp), Link("IFF_DORMANT", InterfaceFlags.Dormant), Link("IFF_ECHO", InterfaceFlags.Echo),
    ];

    private static AbiFact Route(string name, RouteFlags ours) => new("linux/route.h", name, (uint)ours);

    // The header writes the highest one as a signed number.
    private static AbiFact Route6(string name, RouteFlags ours) => new("linux/ipv6_route.h", $"(unsigned)({name})", (uint)ours);

    private static AbiFact Link(string name, InterfaceFlags ours) => new("linux/if.h", name, (uint)ours);
}
