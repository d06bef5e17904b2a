using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux.Connections;

namespace Minato.Tests.Sources;

public sealed class ListenersWithoutWalkTests
{
    [Fact]
    public void Listeners_and_closed_sockets_need_no_walk_of_the_connections() => Assert.False(Fits(StateSet.Listening));

    [Fact]
    public void Any_state_of_a_connection_does() => Assert.True(Fits(StateSet.Listening | StateSet.Of(SocketState.TimeWait)));

    private static bool Fits(StateSet states) =>
        ConnectionSource.Fits(new TableRequest(SocketTable.Tcp, IpFamilies.Both, Transports.Tcp, states, SocketFields.None, FamiliesApart: false, NetNamespace: 0));
}
