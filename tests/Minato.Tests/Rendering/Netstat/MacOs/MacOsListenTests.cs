using Minato.Model;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

public sealed class MacOsListenTests
{
    private readonly MacOsTables _tables = new();

    [Fact]
    public void Queues_stand_before_the_address_as_published()
    {
        _tables.Add(SampleRows.Listen("0.0.0.0:12345") with { Known = SocketFields.Backlog });
        _tables.Add(SampleRows.Listen("0.0.0.0:80", backlog: 128) with { ReceiveQueue = 192, Known = SocketFields.Backlog });
        _tables.Add(SampleRows.Listen("[::1]:8080", backlog: 4096) with { ReceiveQueue = 1, Known = SocketFields.Backlog });

        Assert.Equal(
        [
            "Listen         Local Address         ",
            "0/2/128        *.12345               ",
            "192/2/128      *.80                  ",
            "1/2/4096       ::1.8080              ",
        ], _tables.Write(MacOsLayout.Listen(new MacOsWishes(), new Counted(2))));
    }

    [Fact]
    public void What_is_not_known_is_a_dash()
    {
        _tables.Add(SampleRows.Listen("0.0.0.0:80") with { ReceiveQueue = 3 });

        Assert.StartsWith("3/-/- ", _tables.Write(MacOsLayout.Listen(new MacOsWishes(), new Counted(null)))[1], System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_identity_comes_first()
    {
        _tables.Add(SampleRows.Listen("0.0.0.0:80") with { Known = SocketFields.Backlog, Identity = new SocketId(1, 0xabc, SocketIdKind.Cookie) });

        Assert.Equal(
        [
            "Socket           Flowhash Listen         Local Address     ",
            "             abc        - 0/0/128        *.80              ",
        ], _tables.Write(MacOsLayout.Listen(new MacOsWishes { Identity = true }, new Counted(0))));
    }

    private sealed class Counted(uint? known) : IHalfOpenCount
    {
        public bool TryCount(in SocketEntry listener, out uint count)
        {
            count = known ?? 9;
            return known is not null;
        }
    }
}
