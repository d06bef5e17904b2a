using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Tests.Rendering;

namespace Minato.Tests.Reading;

/// <summary>Sockets as machines and hostile processes may have them, from a seed.</summary>
internal sealed class RandomSockets
{
    private static readonly string[] HostNames =
    [
        "localhost", "ip6-localhost", "a-host-with-a-very-long-name.example.com", "93.87.236.35.bc.example", "x", "1.2.3", "m\u00fcnchen.example", "back\\slash.example",
        "esc\e[31m.example", "[brackets]", "2001:db8", "host:port", "per%cent", "\\x41", "0.0.0.0.0",
    ];

    private static readonly string[] ServiceNames = ["ssh", "https", "x11-1", "a-service-with-a-very-long-name", "domain", "70000", "0", "007", "sunrpc", "n\u00e4me", "\\", "*x"];
    private static readonly string[] UserNames = ["root", "systemd-resolve", "4294967295", "nobody", "u\e", "LISTEN", "-x"];

    private static readonly string[] ProgramNames =
    [
        "sshd", "sshd: root [priv]", "Google Chrome He", "a/b", "12/34", "off (0.00/0/0)", "x\ny", "quote\"d", "t\u00e4xt", "back\\slash", "esc\e]0;x\a", "(sd-pam)", "-", "a:1 00100", "name  blanks",
        "a 1 * 2 uid:0", "users:((\"a", "\u202Egnp", "LISTEN", "0",
    ];

    private static readonly string[] Contexts = ["system_u:system_r:sshd_t:s0-s0:c0.c1023", "unconfined", "a\eb", "user_u:user_r:a_type_with_a_name_that_is_far_longer_than_its_column_t:s0"];

    private static readonly string[] Paths =
    [
        "/run/dbus/system_bus_socket", "@/tmp/.X11-unix/X0", "", "/a b", "/run/x 1 * 2", "/x 1 * 2 users:((\"a\",pid=1,fd=1))", "12/name  /run/y", "/new\nunix  2 [ ACC ]", "/tab\there", "@", "\0abstract\0name",
        "/esc\e[2J", "/back\\x41\\", "/u\u00ebber", "[ ]", "/run/x 5 * 6 cgroup:/a", "1/systemd", "- -",
    ];

    private readonly Random _random;

    public RandomSockets(uint seed) => _random = new Random((int)seed);

    public SampleOwners Owners { get; } = new();

    public SampleNames Names { get; } = new();

    public uint MostUid { get; set; } = uint.MaxValue;

    /// <summary>How many owners a socket has at most.</summary>
    public int MostOwners { get; init; } = 3;

    public bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    public SocketEntry[] Internet(int count, SocketState[] tcpStates, params Transport[] transports)
    {
        SocketEntry[] rows = new SocketEntry[count];
        for (int i = 0; i < count; i++) rows[i] = Internet(tcpStates, Pick(transports));
        return rows;
    }

    public SocketEntry[] Unix(int count, SocketState[] states)
    {
        SocketEntry[] rows = new SocketEntry[count];
        for (int i = 0; i < count; i++)
        {
            byte[] path = Encoding.UTF8.GetBytes(Pick(Paths));
            rows[i] = new SocketEntry
            {
                Transport = Pick(Transport.UnixStream, Transport.UnixDatagram, Transport.UnixSeqPacket),
                Family = SocketFamily.Unix,
                State = Pick(states),
                Inode = Inode(),
                UnixPeerInode = Chance(2) ? 0 : Number(),
                UnixReferences = Number(),
                ReceiveQueue = Queue(),
                SendQueue = Queue(),
                UnixBytes = path,
                UnixPathLength = (ushort)path.Length,
            };
            Own(ref rows[i]);
        }

        return rows;
    }

    /// <summary>Gives some of the numbers names.</summary>
    public void NameSome(SocketEntry[] rows)
    {
        foreach (ref readonly SocketEntry row in rows.AsSpan())
        {
            NameSome(in row.LocalEnd);
            NameSome(in row.PeerEnd);
            if (Chance(2)) Names.Users[row.Uid] = Pick(UserNames);
        }
    }

    private void NameSome(in Endpoint end)
    {
        if (Chance(2)) Names.Hosts[end.Address.ToIPAddress().ToString()] = Pick(HostNames);
        if (Chance(2)) Names.Services[end.Port] = Pick(ServiceNames);
    }

    private SocketEntry Internet(SocketState[] tcpStates, Transport transport)
    {
        bool isV6 = Chance(2);
        bool isListener = Chance(4);
        SocketEntry row = new()
        {
            Transport = transport,
            Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet,
            State = transport == Transport.Tcp ? Pick(tcpStates) : Chance(2) ? SocketState.Closed : SocketState.Established,
            V6Only = isV6 && Chance(2),
            ReceiveQueue = Queue(),
            SendQueue = Queue(),
            Uid = Chance(3) ? 0 : Math.Min(Number(), MostUid),
            Inode = Inode(),
            Timer = transport == Transport.Tcp ? Timer() : default,
            Mark = Chance(3) ? Number() : 0,
            Shutdown = (byte)_random.Next(4),
            Identity = new SocketId(1, (ulong)_random.NextInt64(), SocketIdKind.Cookie),
            InterfaceIndex = Chance(3) ? (uint)_random.Next(1, 40) : 0,
            Known = SocketFields.User | SocketFields.Timer | SocketFields.V6Only | SocketFields.Interface | SocketFields.Cookie | SocketFields.Shutdown,
        };
        row.LocalEnd = new Endpoint(Address(isV6), Port());
        row.PeerEnd = isListener ? new Endpoint(isV6 ? IpAddr.V6(0, 0) : IpAddr.V4(0), 0) : new Endpoint(Address(isV6), Port());
        Own(ref row);
        return row;
    }

    private void Own(ref SocketEntry row)
    {
        int count = row.Inode == 0 ? 0 : _random.Next(MostOwners + 1);
        if (count == 0) return;
        List<ProcessRef> owners = [];
        int pid = _random.Next(1, int.MaxValue);
        for (int i = 0; i < count; i++) owners.Add(SampleRows.Owner(Pick(ProgramNames), Math.Max(1, pid - i), _random.Next(1000)) with { Contexts = Context() });
        Owners.Owners[row.Inode] = [.. owners];
    }

    private SecurityContexts? Context() => Chance(2) ? null : new SecurityContexts(Encoding.UTF8.GetBytes(Pick(Contexts)), null);

    private IpAddr Address(bool isV6)
    {
        uint v4 = Chance(3) ? 0x7F000001 : Number();
        if (!isV6) return IpAddr.V4(Chance(5) ? 0 : v4);
        return _random.Next(8) switch
        {
            0 => IpAddr.V6(0, 0),
            1 => IpAddr.V6(0, 1),
            2 => IpAddr.V6(0, 0xFFFF_0000_0000 | (ulong)v4),
            3 => IpAddr.V6(0xFE80_0000_0000_0000, Sparse()),
            4 => IpAddr.V6(0x0100_0000_0000_0000, Sparse()),
            5 => IpAddr.V6(0, v4),
            6 => IpAddr.V6((ulong)_random.NextInt64(), (ulong)_random.NextInt64()),
            _ => IpAddr.V6(0x2001_0DB8_0000_0000 | Sparse() >> 40, Sparse()),
        };
    }

    // Groups of zeros here and there, as real addresses have.
    private ulong Sparse()
    {
        ulong value = (ulong)_random.NextInt64();
        for (int group = 0; group < 4; group++)
        {
            if (Chance(2)) value &= ~(0xFFFFUL << group * 16);
        }

        return value;
    }

    private SocketTimer Timer() => new((TimerKind)_random.Next(8), Chance(2) ? (uint)_random.Next(200_000) : Number(), (byte)_random.Next(256));

    private ushort Port() => (ushort)(Chance(5) ? 0 : Chance(2) ? _random.Next(1, 1024) : _random.Next(65536));

    private uint Queue() => Chance(3) ? Number() : 0;

    private ulong Inode() => Chance(4) ? 0 : Chance(4) ? (ulong)_random.NextInt64() : Number();

    private uint Number() => (uint)_random.NextInt64(1L << _random.Next(1, 33));

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
