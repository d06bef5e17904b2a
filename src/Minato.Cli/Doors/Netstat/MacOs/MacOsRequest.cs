using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What a line asks of sockets, by macOS' rules.</summary>
internal sealed class MacOsRequest
{
    private readonly MacOsArgs _args;

    public MacOsRequest(MacOsArgs args, NetstatDialect dialect)
    {
        _args = args;
        Wishes = new MacOsWishes
        {
            IsOld = dialect == NetstatDialect.MacOs15,
            Identity = args.Has(MacOsOption.Identity),
            Bytes = args.Has(MacOsOption.Bytes),
            Drops = args.Has(MacOsOption.Dropped),
            Verbose = args.Has(MacOsOption.Verbose),
            Packets = args.Count(MacOsOption.Verbose) > 1,
            Whole = args.Has(MacOsOption.Whole),
            Wide = args.Has(MacOsOption.Wide),
            HostNames = !args.Has(MacOsOption.Numeric),
        };
        Transports asked = InetTransports();
        Transports inet = asked & ~Transports.Raw;
        Transports unix = UnixTransports();
        Inet = inet == Transports.None ? null : Query(inet, States(), InetFields());
        Raw = (asked & Transports.Raw) == 0 ? null : Query(Transports.Raw, StateSet.All, RawFields());
        Listeners = (inet & Transports.Tcp) == 0 ? null : Query(Transports.Tcp, StateSet.Of(SocketState.Listen), InetFields());
        Knocking = (inet & Transports.Tcp) == 0 ? null : KnockingQuery();
        Unix = unix == Transports.None ? null : Query(unix, StateSet.All, UnixFields());
    }

    public MacOsWishes Wishes { get; }

    /// <summary>TCP and UDP in the internet table, or null when they are not asked.</summary>
    public SocketQuery? Inet { get; }

    /// <summary>Raw sockets below them: asked apart, for many kernels tell of them in /proc alone, which has fewer fields.</summary>
    public SocketQuery? Raw { get; }

    /// <summary>The listeners of -L.</summary>
    public SocketQuery? Listeners { get; }

    /// <summary>The listeners and the connections whose handshake is not finished.</summary>
    public SocketQuery? Knocking { get; }

    /// <summary>The UNIX table, or null when it is not asked. All of it is shown, with -a or without.</summary>
    public SocketQuery? Unix { get; }

    /// <summary>Which rows of the internet table are shown.</summary>
    public MacOsChoice Choice => new(_args.Family, _args.Protocol);

    /// <summary>Which names stand for numbers.</summary>
    public NameKinds Names => Wishes.HostNames ? NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts : NameKinds.None;

    private Transports InetTransports()
    {
        if (_args.Protocol != MacOsProtocol.Any)
        {
            return _args.Protocol switch
            {
                MacOsProtocol.Tcp => Transports.Tcp,
                MacOsProtocol.Udp => Transports.Udp,
                MacOsProtocol.Ip or MacOsProtocol.Icmp or MacOsProtocol.Igmp or MacOsProtocol.Ip6 or MacOsProtocol.Icmp6 => Transports.Raw,
                _ => Transports.None,
            };
        }

        return _args.Has(MacOsOption.Unix) || _args.Family == MacOsFamily.Unix ? Transports.None : Transports.Tcp | Transports.Udp | Transports.Raw;
    }

    private Transports UnixTransports() => _args.Protocol switch
    {
        MacOsProtocol.Stream => Transports.UnixStream,
        MacOsProtocol.Datagram => Transports.UnixDatagram,
        MacOsProtocol.Any => _args.Has(MacOsOption.Unix) || _args.Family is MacOsFamily.Any or MacOsFamily.Unix ? Transports.Unix : Transports.None,
        _ => Transports.None,
    };

    // Without -a only listeners are left out: macOS shows UDP sockets always, and TCP sockets that are bound and nothing else.
    private StateSet States() => _args.Has(MacOsOption.All) ? StateSet.All : StateSet.All.Without(StateSet.Of(SocketState.Listen));

    private SocketQuery Query(Transports transports, StateSet states, SocketFields fields) => new()
    {
        Transports = transports,
        States = states,
        Fields = fields,
        Owners = Wishes.Verbose ? OwnerSearch.First : OwnerSearch.None,
        OwnerPreference = DoorEnvironment.Owners,
        Source = DoorEnvironment.Source,
        ProcRoot = DoorEnvironment.ProcRoot(null),
        FamiliesApart = true,
        Order = TableOrder.Netstat,
    };

    private static SocketQuery KnockingQuery() => new()
    {
        Transports = Transports.Tcp,
        States = StateSet.Of(SocketState.Listen) | StateSet.Of(SocketState.SynReceived) | StateSet.Of(SocketState.NewSynReceived),
        Fields = SocketFields.V6Only,
        Source = DoorEnvironment.Source,
        ProcRoot = DoorEnvironment.ProcRoot(null),
    };

    private SocketFields InetFields()
    {
        SocketFields fields = SocketFields.Interface | SocketFields.V6Only;
        if (_args.Has(MacOsOption.ListenQueues)) fields |= SocketFields.Backlog;
        if (Wishes.Identity) fields |= SocketFields.Cookie;
        if (Wishes.ShowsBytes || Wishes.Packets) fields |= SocketFields.Info;
        if (Wishes.Verbose) fields |= SocketFields.Memory | SocketFields.Shutdown | SocketFields.Timer;
        return Wishes.Drops ? fields | SocketFields.Memory : fields;
    }

    private SocketFields RawFields() => Wishes.Drops || Wishes.Verbose ? SocketFields.Memory : SocketFields.None;

    private SocketFields UnixFields()
    {
        SocketFields fields = SocketFields.UnixPeer | SocketFields.UnixQueues | SocketFields.UnixFile;
        if (Wishes.Verbose) fields |= SocketFields.Memory | SocketFields.Shutdown;
        return Wishes.Drops ? fields | SocketFields.Memory : fields;
    }
}
