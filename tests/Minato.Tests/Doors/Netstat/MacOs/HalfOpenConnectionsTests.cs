using Minato.Cli.Doors.Netstat.MacOs;
using Minato.Model;
using Minato.Tests.Rendering;

namespace Minato.Tests.Doors.Netstat.MacOs;

public sealed class HalfOpenConnectionsTests
{
    private readonly HalfOpenConnections _connections = new();

    [Fact]
    public void A_handshake_knocks_at_the_listener_of_its_very_address()
    {
        Look(SampleRows.Listen("0.0.0.0:80"), SampleRows.Listen("10.0.0.1:80"), Knock("10.0.0.1:80"), Knock("10.0.0.1:80"), Knock("10.0.0.2:80"));

        Assert.Equal((1u, 2u), (Count("0.0.0.0:80"), Count("10.0.0.1:80")));
    }

    [Fact]
    public void A_listener_of_both_families_is_knocked_at_by_both()
    {
        Look(SampleRows.Listen("[::]:80"), Knock("[::ffff:10.0.0.1]:80"), Knock("[2001:db8::1]:80"), Knock("10.0.0.1:80"));

        Assert.Equal(3u, Count("[::]:80"));
    }

    [Fact]
    public void A_port_without_a_listener_adds_to_none()
    {
        Look(SampleRows.Listen("0.0.0.0:80"), Knock("10.0.0.1:81"));

        Assert.Equal(0u, Count("0.0.0.0:80"));
    }

    [Fact]
    public void Listeners_that_share_an_end_are_not_told_apart()
    {
        Look(SampleRows.Listen("0.0.0.0:80"), SampleRows.Listen("0.0.0.0:80"), Knock("10.0.0.1:80"));

        Assert.Null(Count("0.0.0.0:80"));
    }

    [Fact]
    public void Listeners_that_share_an_end_where_nobody_knocks_have_none()
    {
        Look(SampleRows.Listen("0.0.0.0:80"), SampleRows.Listen("0.0.0.0:80"));

        Assert.Equal(0u, Count("0.0.0.0:80"));
    }

    private static SocketEntry Knock(string local) =>
        SampleRows.Connection(local, local.StartsWith('[') ? "[2001:db8::9]:40000" : "10.9.9.9:40000", SocketState.NewSynReceived);

    private void Look(params SocketEntry[] rows)
    {
        Assert.True(_connections.Accept(new SocketBatch(rows, null, null)));
        _connections.Settle();
    }

    private uint? Count(string listener)
    {
        SocketEntry row = SampleRows.Listen(listener);
        return _connections.TryCount(in row, out uint count) ? count : null;
    }
}
