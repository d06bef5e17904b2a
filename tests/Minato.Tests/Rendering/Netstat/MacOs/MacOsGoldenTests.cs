using System;
using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

/// <summary>One set of sockets in every layout of macOS' tables, whole (Expected/netstat-macos-*.txt).</summary>
public sealed class MacOsGoldenTests
{
    private readonly MacOsTables _tables = new();

    public MacOsGoldenTests()
    {
        _tables.Owners.Owners[1] = MacOsTables.By("sshd", 701);
        _tables.Owners.Owners[2] = MacOsTables.By("Google Chrome He", 777);
        _tables.Owners.Owners[3] = MacOsTables.By("a-program-with-a-long-name", 12345678);
        _tables.Owners.Owners[5] = MacOsTables.By("mDNSResponder", 1);
        _tables.Names.Interfaces[9] = "en0";
        _tables.Add(Cookie(SampleRows.Listen("0.0.0.0:22"), 0x11, inode: 1), 131072, 131072, 0, 0, drops: 3);
        _tables.Add(Cookie(SampleRows.Listen("[::]:3000"), 0x12, inode: 4), 131072, 131072, 0, 0);
        _tables.Add(Cookie(SampleRows.Listen("[::]:5000") with { V6Only = true }, 0x13, inode: 4), 131072, 131072, 0, 0);
        _tables.Add(
            Cookie(SampleRows.Connection("192.168.0.2:50123", "142.250.196.110:443") with { ReceiveQueue = 31, SendQueue = 123456 }, 0x7fb03cb94d505aed, inode: 2),
            407872, 146988, 1022, 18446744073709551615);
        _tables.Add(Cookie(SampleRows.Connection("[2001:db8:1111:2222:3333:4444:5555:6666]:22", "[2001:db8::9]:65535"), 0x15, inode: 3), 131072, 131600, 12, 34);
        _tables.Add(Cookie(SampleRows.Connection("[fe80::aede:48ff:fe00:1122]:61677", "[fe80::1]:443") with { InterfaceIndex = 9 }, 0x16, inode: 3), 131072, 131600, 12, 34);
        _tables.Add(SampleRows.Connection("[::ffff:10.0.0.1]:3000", "[::ffff:10.0.0.2]:50000", SocketState.TimeWait));
        _tables.Add(Cookie(SampleRows.Connection("10.0.0.1:3001", "10.0.0.2:50000", SocketState.NewSynReceived), 0x17, inode: 0));
        _tables.Add(Cookie(SampleRows.Connection("10.0.0.1:3002", "10.0.0.2:50000", SocketState.FinWait1), 0x18, inode: 2), 131072, 131600, 5, 6);
        _tables.Add(Cookie(SampleRows.Socket(Transport.Tcp, SocketState.BoundInactive, "127.0.0.1:7777", "0.0.0.0:0"), 0x19, inode: 3));
        _tables.Add(Cookie(SampleRows.Listen("0.0.0.0:5353", transport: Transport.Udp), 0x1a, inode: 5), 212992, 212992, drops: 17);
        _tables.Add(Cookie(SampleRows.Listen("[::]:5353", transport: Transport.Udp), 0x1b, inode: 5), 212992, 212992, drops: 0);
        _tables.Add(Cookie(SampleRows.Socket(Transport.Udp, SocketState.Established, "[::1]:40000", "[::1]:53"), 0x1c, inode: 5), 212992, 212992);
        _tables.Add(SampleRows.Socket(Transport.Raw, SocketState.Closed, "0.0.0.0:1", "0.0.0.0:0") with { Inode = 6 });
        _tables.Add(SampleRows.Socket(Transport.Raw, SocketState.Closed, "[::]:89", "[::]:0") with { Inode = 6 });
    }

    [Fact]
    public void Plain() => Matches("an", new MacOsWishes());

    [Fact]
    public void Identities() => Matches("Aan", new MacOsWishes { Identity = true });

    [Fact]
    public void Whole_addresses() => Matches("anl", new MacOsWishes { Whole = true });

    [Fact]
    public void Wide_addresses() => Matches("anW", new MacOsWishes { Wide = true });

    [Fact]
    public void Bytes_and_drops() => Matches("anbd", new MacOsWishes { Bytes = true, Drops = true });

    [Fact]
    public void Verbose() => Matches("anv", new MacOsWishes { Verbose = true });

    [Fact]
    public void More_verbose() => Matches("anvv", new MacOsWishes { Verbose = true, Packets = true });

    [Fact]
    public void Verbose_before_26() => Matches("15-anv", new MacOsWishes { IsOld = true, Verbose = true });

    [Fact]
    public void Everything_before_26() => Matches("15-Aanvvbd", new MacOsWishes { IsOld = true, Identity = true, Bytes = true, Drops = true, Verbose = true, Packets = true });

    // Every cell of a fixed column ends where its heading does, in every layout: fltrs alone is a digit wider than its heading.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cells_end_below_their_headings(bool isOld)
    {
        string[] lines = _tables.Internet(new MacOsWishes { IsOld = isOld, Verbose = true });
        string header = lines[0];
        foreach (string heading in new[] { "Recv-Q", "Send-Q", "rhiwat", "shiwat", "gencnt", "flags ", "flags1", "rtncnt" })
        {
            int end = header.IndexOf(" " + heading, StringComparison.Ordinal) + 1 + heading.TrimEnd().Length;
            Assert.All(lines[1..], line => Assert.True(IsPushed(line) && end > 90 || line[end - 1] != ' ' && line[end] == ' ', $"{heading} at {end}: {line}"));
        }
    }

    private static bool IsPushed(string line) => line.Contains("12345678 ", StringComparison.Ordinal) || line.Contains("18446744073709551615", StringComparison.Ordinal);

    private static SocketEntry Cookie(SocketEntry row, ulong cookie, ulong inode) => row with { Identity = new SocketId(1, cookie, SocketIdKind.Cookie), Inode = inode };

    private void Matches(string name, MacOsWishes wishes) => Golden.Matches("netstat-macos-" + name, string.Join('\n', _tables.Internet(wishes)) + "\n");
}
