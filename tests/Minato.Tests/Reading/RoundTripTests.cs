using CsCheck;
using Minato.Model;
using Minato.Reading;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Netstat.MacOs;
using Minato.Rendering.Netstat.Windows;
using Minato.Rendering.Ss;

namespace Minato.Tests.Reading;

/// <summary>What a dialect printed is read, and printed again: nothing has changed.</summary>
public sealed class RoundTripTests
{
    private static readonly SocketState[] States =
    [
        SocketState.Established, SocketState.SynSent, SocketState.SynReceived, SocketState.FinWait1, SocketState.FinWait2, SocketState.TimeWait, SocketState.Closed,
        SocketState.CloseWait, SocketState.LastAck, SocketState.Listen, SocketState.Closing, SocketState.NewSynReceived, SocketState.Unknown,
    ];

    [Fact]
    public void The_internet_table_of_Linux_says_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = sockets.Internet(6, States, Transport.Tcp, Transport.Udp, Transport.UdpLite, Transport.Raw);
        bool isNamed = sockets.Chance(2);
        if (isNamed) sockets.NameSome(rows);
        bool hasProgram = sockets.Chance(2);
        LinuxWishes wishes = new()
        {
            Extended = sockets.Chance(2),
            Program = hasProgram,
            Context = hasProgram && sockets.Chance(3),
            Timer = sockets.Chance(2),
            Wide = sockets.Chance(2),
            HostNames = isNamed,
        };
        AssertSame(LinuxLayout.Internet(wishes), rows, sockets);
    }, iter: 20_000);

    [Fact]
    public void The_UNIX_table_of_Linux_says_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = sockets.Unix(6, [SocketState.Established, SocketState.Listen, SocketState.Closed, SocketState.SynSent, SocketState.Closing]);
        bool hasProgram = sockets.Chance(2);
        AssertSame(LinuxLayout.Unix(new LinuxWishes { Program = hasProgram, Context = hasProgram && sockets.Chance(2) }), rows, sockets);
    }, iter: 20_000);

    [Fact]
    public void The_table_of_Windows_says_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = sockets.Internet(6, [.. States, SocketState.BoundInactive], Transport.Tcp, Transport.Udp);
        bool isNamed = sockets.Chance(2);
        if (isNamed) sockets.NameSome(rows);
        WindowsWishes wishes = new()
        {
            ProcessId = sockets.Chance(2),
            ProgramLines = sockets.Chance(2),
            OffloadState = sockets.Chance(4),
            Template = sockets.Chance(4),
            TimeInState = sockets.Chance(4),
            HostNames = isNamed,
            FullNames = sockets.Chance(2),
            Bound = sockets.Chance(4),
            HasCarriageReturn = sockets.Chance(2),
        };
        AssertSame(WindowsLayout.Connections(wishes), rows, sockets);
    }, iter: 20_000);

    [Fact]
    public void The_internet_table_of_macOS_says_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = sockets.Internet(6, States, Transport.Tcp, Transport.Udp, Transport.Raw);
        MacOsWishes wishes = MacOs(sockets, rows);
        AssertSame(MacOsLayout.Internet(wishes), rows, sockets);
    }, iter: 20_000);

    [Fact]
    public void The_UNIX_table_of_macOS_says_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = sockets.Unix(6, [SocketState.Established, SocketState.Listen, SocketState.Closed]);
        MacOsWishes wishes = MacOs(sockets, []);
        AssertSame(MacOsLayout.Unix(wishes), rows, sockets);
    }, iter: 20_000);

    [Fact]
    public void The_listen_queues_of_macOS_say_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = sockets.Internet(6, [SocketState.Listen], Transport.Tcp);
        MacOsWishes wishes = MacOs(sockets, rows);
        AssertSame(MacOsLayout.Listen(wishes, new Knocks()), rows, sockets);
    }, iter: 20_000);

    [Fact]
    public void The_table_in_ss_columns_says_the_same_again() => Gen.UInt.Sample(seed =>
    {
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = Ss(sockets);
        SsColumns columns = Columns(sockets, rows, release: null);
        string printed = PrintedTable.Ss(columns, rows, sockets.Owners, sockets.Names);

        Assert.Equal(printed, PrintedTable.Ss(columns, PrintedTable.Read(printed)));
    }, iter: 20_000);

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void The_table_of_a_release_of_ss_says_the_same_again(string version) => Gen.UInt.Sample(seed =>
    {
        SsRelease release = version switch { "6.1" => SsRelease.V6_1, "6.15" => SsRelease.V6_15, _ => SsRelease.V7_3 };
        RandomSockets sockets = new(seed);
        SocketEntry[] rows = Ss(sockets);
        SsColumns columns = Columns(sockets, rows, release);
        string printed = PrintedTable.Exact(columns, rows, sockets.Owners, sockets.Names);

        TextTable read = PrintedTable.Read(printed);

        Assert.Equal(rows.Length, read.Count);
        Assert.Equal(printed, PrintedTable.Exact(columns, read));
    }, iter: 10_000);

    private static SocketEntry[] Ss(RandomSockets sockets)
    {
        sockets.Names.Interfaces[3] = "eth0";
        sockets.MostUid = 0x7FFF_FFFF;
        return sockets.Chance(3)
            ? sockets.Unix(6, [SocketState.Established, SocketState.Listen, SocketState.Closed])
            : sockets.Internet(6, States, Transport.Tcp, Transport.Udp, Transport.Raw);
    }

    private static SsColumns Columns(RandomSockets sockets, SocketEntry[] rows, SsRelease? release) => new()
    {
        Netid = sockets.Chance(2) || rows[0].Family == SocketFamily.Unix,
        State = !sockets.Chance(3),
        Queues = release is not null || !sockets.Chance(3),
        Process = sockets.Chance(2),
        Timer = sockets.Chance(2),
        Details = sockets.Chance(2),
        Numeric = true,
        Release = release,
    };

    private static MacOsWishes MacOs(RandomSockets sockets, SocketEntry[] rows)
    {
        bool isNamed = sockets.Chance(2);
        if (isNamed) sockets.NameSome(rows);
        sockets.Names.Interfaces[3] = "lo0";
        sockets.Names.Interfaces[4] = "en0.100";
        bool isVerbose = sockets.Chance(2);
        return new MacOsWishes
        {
            IsOld = sockets.Chance(2),
            Identity = sockets.Chance(3),
            Bytes = sockets.Chance(2),
            Drops = sockets.Chance(2),
            Verbose = isVerbose,
            Packets = isVerbose && sockets.Chance(2),
            Whole = sockets.Chance(3),
            Wide = sockets.Chance(3),
            HostNames = isNamed,
        };
    }

    private static void AssertSame(NetstatLayout layout, SocketEntry[] rows, RandomSockets sockets)
    {
        string printed = PrintedTable.Netstat(layout, rows, sockets.Owners, sockets.Names);
        TextTable read = PrintedTable.Read(printed);

        Assert.Equal(0, read.NotUnderstood);
        Assert.Equal(rows.Length, read.Count);
        Assert.Equal(printed, PrintedTable.Netstat(layout, read));
    }

    private sealed class Knocks : IHalfOpenCount
    {
        public bool TryCount(in SocketEntry listener, out uint count)
        {
            count = listener.Uid % 7;
            return listener.Uid % 3 != 0;
        }
    }
}
