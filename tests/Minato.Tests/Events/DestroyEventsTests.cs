using System.Collections.Generic;
using System.Linq;
using Minato.Events;
using Minato.Model;
using Minato.Tests.Wire;

namespace Minato.Tests.Events;

public sealed class DestroyEventsTests
{
    private readonly CountingSink _sink = new();

    [Theory]
    [InlineData(6, Transport.Tcp)]
    [InlineData(17, Transport.Udp)]
    public void The_protocol_of_an_event_is_an_attribute(byte protocol, Transport expected)
    {
        Assert.True(Take(Event(5, 0, NetlinkBytes.Attribute(10, protocol))));

        SocketEntry socket = Assert.Single(_sink.Sockets);
        Assert.Equal(expected, socket.Transport);
        Assert.Equal(5, socket.Local.Port);
    }

    [Fact]
    public void A_damaged_event_is_lost_and_those_after_it_are_not()
    {
        byte[] cut = NetlinkBytes.Message(NetlinkBytes.SockDiag, 0, [2, 7, 0]);

        Assert.True(Take([.. Event(1, 0), .. cut, .. Event(2, 0)]));
        Assert.Equal([1, 2], _sink.Sockets.Select(socket => (int)socket.Local.Port));
        Assert.Equal(1, _sink.Lost);
    }

    [Fact]
    public void A_datagram_that_is_cut_loses_what_was_cut()
    {
        Assert.True(Take([.. Event(1, 0), .. Event(2, 0)[..^1]]));
        Assert.Single(_sink.Sockets);
        Assert.Equal(1, _sink.Lost);
    }

    [Fact]
    public void A_sink_that_has_enough_ends_the_watching()
    {
        _sink.Enough = true;

        Assert.False(Take([.. Event(1, 0), .. Event(2, 0)]));
        Assert.Single(_sink.Sockets);
    }

    [Theory]
    [InlineData(Transports.Unix | Transports.Raw, IpFamilies.Both, false)]
    [InlineData(Transports.Tcp, IpFamilies.None, false)]
    [InlineData(Transports.Udp, IpFamilies.V6, true)]
    [InlineData(Transports.All, IpFamilies.Both, true)]
    public void Only_TCP_and_UDP_have_events(Transports transports, IpFamilies families, bool expected) =>
        Assert.Equal(expected, DestroyEvents.Has(transports, families));

    private static byte[] Event(ushort port, uint inode, params byte[][] attributes) =>
        NetlinkBytes.Message(NetlinkBytes.SockDiag, 0, DiagBytes.Inet(port, inode, 2, 7, attributes), flags: 0);

    private bool Take(byte[] datagram) => DestroyEvents.Take(datagram, SocketFields.None, 0, new SocketDetails(), _sink);

    private sealed class CountingSink : IEventSink
    {
        public List<SocketEntry> Sockets { get; } = [];

        public int Lost { get; private set; }

        public bool Enough { get; set; }

        public bool Take(ref SocketEntry socket, SocketDetails details)
        {
            Sockets.Add(socket);
            return !Enough;
        }

        public void Lose() => Lost++;
    }
}
