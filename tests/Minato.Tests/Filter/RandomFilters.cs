using System.Linq;
using CsCheck;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>Filters and sockets that meet often: few ports, few addresses.</summary>
internal static class RandomFilters
{
    private static readonly string[] Addresses =
    [
        "127.0.0.1", "10.0.0.1", "10.0.0.0/8", "0.0.0.0", "0.0.0.0/0", "[::]", "[::1]", "[::ffff:10.0.0.1]", "[2001:db8::1]",
        "[2001:db8::/32]", "*", "0.0.0.0/1", "[::/0]", "[a00::1]", "localhost", "10", "any",
    ];

    private static readonly string[] Ports = ["22", "80", "443", "1024", "32768", "0", "65535", "ssh"];

    private static readonly string[] Signs = ["=", "==", "!=", "<", "<=", ">", ">=", "eq", "neq", "lt", "le", "gt", "ge", ""];

    /// <summary>A condition that ss has, but <c>dev</c>, which keeps ss from asking the kernel.</summary>
    public static Gen<string> SsCondition { get; } = Gen.OneOf(
        Gen.Select(Gen.OneOf("src", "dst"), Gen.OneOf(Addresses), Gen.OneOf(Ports).Null(), static (word, address, port) =>
            word + " " + address + (port is null ? "" : ":" + port)),
        Gen.Select(Gen.OneOf("sport", "dport"), Gen.OneOf(Signs), Gen.OneOf(Ports), static (word, sign, port) => $"{word} {sign} :{port}"),
        Gen.Select(Gen.OneOf("=", "!=", ""), Gen.Int[0, 3], Gen.Int[0, 3], static (sign, mark, mask) => $"fwmark {sign} {mark}/{mask}"),
        Gen.Select(Gen.OneOf("=", "!=", ""), static sign => $"cgroup {sign} /web"),
        Gen.Const("autobound"));

    /// <summary>A condition that the kernel cannot check.</summary>
    public static Gen<string> OwnCondition { get; } = Gen.OneOf(
        "recvq > 0", "sendq = 0", "uid = 33", "inode < 5", "scope = loopback", "scope = any", "state established", "exclude listening", "unit web");

    public static Gen<string> Ss { get; } = Expressions(SsCondition);

    public static Gen<string> Device { get; } = Expressions(Gen.OneOf(SsCondition, Gen.OneOf("dev lo", "dev != lo", "dev = 2")));

    public static Gen<string> Any { get; } = Expressions(Gen.OneOf(SsCondition, OwnCondition, Gen.OneOf("dev lo", "dev != 2")));

    public static Gen<SocketEntry> Row { get; } = Gen.Select(
        Gen.Bool, Gen.Select(Address(false), Address(false)), Gen.Select(Address(true), Address(true)), Gen.Select(Port, Port), Gen.UInt[0, 3], Gen.UInt[0, 2], Gen.Bool, Gen.UInt[1, 11],
        static (isV6, v4, v6, ports, mark, device, isWeb, state) =>
        {
            SocketEntry row = default;
            row.Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
            row.LocalEnd = new Endpoint(isV6 ? v6.Item1 : v4.Item1, ports.Item1);
            row.PeerEnd = new Endpoint(isV6 ? v6.Item2 : v4.Item2, ports.Item2);
            row.Mark = mark;
            row.InterfaceIndex = device;
            row.CgroupId = isWeb ? 77u : 5;
            row.State = (SocketState)state;
            row.Uid = mark == 1 ? 33u : 0;
            row.ReceiveQueue = mark;
            row.SendQueue = device;
            row.Inode = mark * 3;
            row.Known = (SocketFields)~0;
            return row;
        });

    /// <summary>What the kernel sees of the row; a port of the ephemeral range is one that it chose.</summary>
    public static KernelSocket Seen(in SocketEntry row) => new()
    {
        Family = row.Family,
        Local = row.Local,
        Peer = row.Peer,
        Device = row.InterfaceIndex,
        Mark = row.Mark,
        CgroupId = row.CgroupId,
        IsAutoBound = row.Local.Port is >= 32768 and <= 60999,
    };

    private static Gen<ushort> Port => Gen.OneOf<ushort>(0, 22, 80, 443, 1024, 32768, 40000, 65535);

    private static Gen<IpAddr> Address(bool isV6) => isV6
        ? Gen.OneOf(
            IpAddr.V6(0, 0), IpAddr.V6(0, 1), IpAddr.V6(0, 0xFFFF_0A00_0001), IpAddr.V6(0, 0xFFFF_7F00_0001), IpAddr.V6(0x2001_0DB8_0000_0000, 1),
            IpAddr.V6(0x0A00_0001_0000_0000, 0), IpAddr.V6(0x0A00_0000_0000_0000, 1), IpAddr.V6(0x7F00_0001_0000_0000, 7))
        : Gen.OneOf(IpAddr.V4(0), IpAddr.V4(0x7F00_0001), IpAddr.V4(0x0A00_0001), IpAddr.V4(0x0A01_0203), IpAddr.V4(0x2001_0DB8));

    private static Gen<string> Expressions(Gen<string> condition) =>
        Gen.Recursive<string>((depth, inner) => depth > 3
            ? condition
            : Gen.Frequency(
                (3, condition),
                (1, Gen.Select(Gen.OneOf("!", "not"), inner, static (not, operand) => $"{not} ( {operand} )")),
                (1, Gen.Select(Gen.OneOf("!", "not"), condition, static (not, operand) => $"{not} {operand}")),
                (4, Gen.Select(inner, Gen.Select(Gen.OneOf("and", "or", "&", "|", "&&", "||", ""), Gen.Bool, inner).Array[1, 3], static (first, rest) =>
                    first + string.Concat(rest.Select(static next => $" {next.Item1} " + (next.Item2 ? $"( {next.Item3} )" : next.Item3)))))));
}
