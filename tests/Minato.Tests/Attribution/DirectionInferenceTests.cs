using System.Net;
using Minato.Attribution;
using Minato.Model;

namespace Minato.Tests.Attribution;

public sealed class DirectionInferenceTests
{
    private readonly DirectionInference _directions = new();

    [Fact]
    public void A_connection_on_a_port_that_is_listened_on_came_in()
    {
        SocketEntry[] rows =
        [
            Row("0.0.0.0", 443, "0.0.0.0", 0, SocketState.Listen),
            Row("192.0.2.1", 443, "203.0.113.9", 50000),
            Row("192.0.2.1", 50000, "203.0.113.9", 443),
        ];
        _directions.Apply(rows);

        Assert.Equal([Direction.Listen, Direction.In, Direction.Out], [rows[0].Direction, rows[1].Direction, rows[2].Direction]);
    }

    [Fact]
    public void A_listener_of_an_earlier_batch_counts()
    {
        _directions.Apply([Row("::", 443, "::", 0, SocketState.Listen)]);

        Assert.Equal(Direction.In, Of(Row("::ffff:192.0.2.1", 443, "::ffff:203.0.113.9", 50000)));
    }

    [Fact]
    public void A_listener_that_is_not_part_of_the_answer_counts()
    {
        _directions.AddListener(Row("0.0.0.0", 443, "0.0.0.0", 0, SocketState.Listen));

        Assert.Equal(Direction.In, Of(Row("192.0.2.1", 443, "203.0.113.9", 50000)));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.2", "127.0.0.1")]
    [InlineData("::1", "::1")]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    public void A_connection_to_this_machine_itself_is_local(string local, string peer) =>
        Assert.Equal(Direction.Local, Of(Row(local, 50000, peer, 443)));

    [Fact]
    public void A_socket_without_a_peer_has_no_direction() =>
        Assert.Equal(Direction.Unknown, Of(Row("192.0.2.1", 50000, "0.0.0.0", 0, SocketState.BoundInactive)));

    [Fact]
    public void Only_tcp_has_a_direction()
    {
        SocketEntry udp = Row("192.0.2.1", 53, "203.0.113.9", 53);
        udp.Transport = Transport.Udp;
        SocketEntry[] rows = [udp, Row("192.0.2.1", 53, "203.0.113.9", 53)];
        _directions.Apply(rows);

        Assert.Equal((Direction.Unknown, false), (rows[0].Direction, rows[0].Has(SocketFields.Direction)));
        Assert.Equal((Direction.Out, true), (rows[1].Direction, rows[1].Has(SocketFields.Direction)));
    }

    private Direction Of(SocketEntry row)
    {
        SocketEntry[] rows = [row];
        _directions.Apply(rows);
        return rows[0].Direction;
    }

    private static SocketEntry Row(string local, ushort localPort, string peer, ushort peerPort, SocketState state = SocketState.Established) => new()
    {
        Transport = Transport.Tcp,
        State = state,
        LocalEnd = new Endpoint(IpAddr.FromBytes(IPAddress.Parse(local).GetAddressBytes()), localPort),
        PeerEnd = new Endpoint(IpAddr.FromBytes(IPAddress.Parse(peer).GetAddressBytes()), peerPort),
    };
}
