using System;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>
/// Which tables, families and states a command line selects. ss keeps a set of each. Options add to them in the order
/// typed, each brings the states that are usual for it, and what is still empty at the end is filled up: <c>-t</c> brings
/// both internet families, <c>-4</c> all internet tables, nothing at all everything.
/// </summary>
internal sealed class SsSelection
{
    // What a TIPC socket that is in use may be in.
    private static readonly StateSet TipcStates =
        StateSet.Of(SocketState.Established) | StateSet.Of(SocketState.Listen) | StateSet.Of(SocketState.Closed);

    private const SsFamily Internet = SsFamily.Inet | SsFamily.Inet6;

    private static readonly StateSet BoundInactive = StateSet.Of(SocketState.BoundInactive);

    // Families, and the tables that have sockets of them.
    private static readonly (SsFamily Families, SsTables Tables)[] Groups =
    [
        (SsFamily.Inet | SsFamily.Inet6, SsTables.Inet),
        (SsFamily.Unix, SsTables.Unix),
        (SsFamily.Link, SsTables.Packet),
        (SsFamily.Netlink, SsTables.Netlink),
        (SsFamily.Vsock, SsTables.Vsock),
        (SsFamily.Tipc, SsTables.Tipc),
        (SsFamily.Xdp, SsTables.Xdp),
    ];

    private readonly SsRelease? _release;
    private readonly StateSet _connected;
    private readonly StateSet _all;
    private StateSet _usual;
    private StateSet? _asked;
    private SsFamily _families;
    private bool _queried;

    public SsSelection(SsRelease? release)
    {
        _release = release;

        // Finding idle bound TCP sockets makes the kernel walk every bound socket a second time, and they are no connections:
        // Minato's own table lists them only when they are asked for by name (docs/adr/0003).
        // With them came the newer name of SYN-RECEIVED into ss's connected states, which never had the older one.
        bool bound = release is not null && release.ListsBoundInactive;
        _connected = bound ? StateSet.Connected | BoundInactive | StateSet.Of(SocketState.NewSynReceived) : StateSet.Connected;
        _all = bound ? StateSet.All : StateSet.All.Without(BoundInactive);
    }

    public SsTables Tables { get; private set; }

    public StateSet States { get; private set; }

    /// <summary>
    /// The internet families among the selected ones; the others say no more than the tables. Of the two, ss asks the kernel
    /// for the one that was named last of all families: -4 -6 is IPv6 alone, -6 -4 is IPv4, and -4 -6 -x both.
    /// </summary>
    public IpFamilies IpFamilies => (_families & Internet) switch
    {
        Internet when PreferredFamily == SocketFamily.Inet => IpFamilies.V4,
        Internet when PreferredFamily == SocketFamily.Inet6 => IpFamilies.V6,
        Internet => IpFamilies.Both,
        SsFamily.Inet => IpFamilies.V4,
        SsFamily.Inet6 => IpFamilies.V6,
        _ => IpFamilies.None,
    };

    /// <summary>All internet families among the selected ones, which ss reads where files answer in the kernel's place.</summary>
    public IpFamilies NamedFamilies =>
        ((_families & SsFamily.Inet) != 0 ? IpFamilies.V4 : IpFamilies.None) | ((_families & SsFamily.Inet6) != 0 ? IpFamilies.V6 : IpFamilies.None);

    /// <summary>Whether no option named a table or a family.</summary>
    public bool NamesNothing { get; private set; } = true;

    /// <summary>What ss says when nothing is left to show, or null.</summary>
    public string? Nothing => Tables == SsTables.None ? "socket tables" : States.IsEmpty ? "socket states" : null;

    public static bool IsTable(SsRelease? release, ReadOnlySpan<char> name) =>
        SsTableNames.Find(name) is not SsTables.None and var tables && (tables != SsTables.Dccp || release is not { DropsDccp: true });

    /// <summary>One option in its turn; those that select nothing change nothing.</summary>
    public void Take(SsOption option, string? value)
    {
        switch (option)
        {
            case SsOption.Tcp: Add(SsTables.Tcp); break;
            case SsOption.Udp: Add(SsTables.Udp); break;
            case SsOption.Raw: Add(SsTables.Raw); break;
            case SsOption.Mptcp: Add(SsTables.Mptcp); break;
            case SsOption.Sctp: Add(SsTables.Sctp); break;
            case SsOption.Dccp: Add(SsTables.Dccp); break;
            case SsOption.V4: Add(SsFamily.Inet); break;
            case SsOption.V6: Add(SsFamily.Inet6); break;
            case SsOption.Unix: Add(SsFamily.Unix); break;
            case SsOption.Packet: Add(SsFamily.Link); break;
            case SsOption.Vsock: Add(SsFamily.Vsock); break;
            case SsOption.Tipc: Add(SsFamily.Tipc); break;
            case SsOption.Xdp: Add(SsFamily.Xdp); break;
            case SsOption.Family: Add(SsFamilies.Find(value!)); break;
            case SsOption.Query: Query(value!); break;
            case SsOption.All: _asked = _all; break;
            case SsOption.Listening: _asked = StateSet.Listening; break;
            case SsOption.BoundInactive: _asked = BoundInactive; break;
        }
    }

    /// <summary>The family that an option chose last: addresses in a filter are read as its.</summary>
    public SocketFamily? PreferredFamily { get; private set; }

    /// <summary>The tables that still have sockets to show.</summary>
    public SsTables Shown { get; private set; }

    /// <summary>Takes the states of a filter in place of those that options chose; none at all are the usual ones.</summary>
    public void Restate(StateSet states) => States = !states.IsEmpty ? states : NamesNothing ? _connected : _usual;

    /// <summary>Leaves one family: in ss, an address in a filter shuts out all others. The columns stay those of the tables asked.</summary>
    public void Limit(SocketFamily family)
    {
        _families = FamilyOf(family);
        foreach ((SsFamily families, SsTables tables) in Groups)
        {
            if ((families & _families) == 0) Shown &= ~tables;
        }
    }

    /// <summary>Fills up what was not named.</summary>
    public void Settle()
    {
        if (NamesNothing)
        {
            _asked ??= _connected;
            Tables = Known(SsTables.All);
        }

        States = _asked ?? _usual;
        foreach ((SsFamily families, SsTables tables) in Groups)
        {
            // A table whose families are partly named keeps those: -t4 is IPv4 alone.
            if ((Tables & tables) != 0 && (_families & families) == 0) _families |= families;
            else if ((_families & families) != 0 && (Tables & tables) == 0) Tables |= Known(tables);
        }

        Shown = Tables;
    }

    // -A begins with no table, and without -a or -l means what is connected whatever the tables.
    private void Query(string list)
    {
        if (!_queried)
        {
            Tables = SsTables.None;
            _asked ??= _connected;
            NamesNothing = false;
            _queried = true;
        }

        foreach (Range part in list.AsSpan().Split(','))
        {
            ReadOnlySpan<char> name = list.AsSpan()[part];
            if (name.StartsWith("!")) Tables &= ~SsTableNames.Find(name[1..]);
            else Add(SsTableNames.Find(name));
        }
    }

    private void Add(SsTables tables)
    {
        tables = Known(tables);
        Tables |= tables;
        _usual |= UsualStates(tables);
        NamesNothing = false;
    }

    private void Add(SsFamily family)
    {
        _families |= family;
        PreferredFamily = PreferenceOf(family);
        _usual |= family switch
        {
            SsFamily.Link or SsFamily.Netlink or SsFamily.Xdp => StateSet.Of(SocketState.Closed),
            SsFamily.Tipc => TipcStates,
            _ => _connected,
        };
        NamesNothing = false;
    }

    private StateSet UsualStates(SsTables tables)
    {
        const SsTables Streams = SsTables.Tcp | SsTables.Mptcp | SsTables.Dccp | SsTables.Sctp | SsTables.UnixStream | SsTables.UnixSeqPacket | SsTables.Vsock;
        const SsTables Bare = SsTables.UnixDatagram | SsTables.Packet | SsTables.Netlink | SsTables.Xdp;
        StateSet states = default;
        if ((tables & Streams) != 0) states |= _connected;
        if ((tables & (SsTables.Udp | SsTables.Raw)) != 0) states |= StateSet.Of(SocketState.Established);
        if ((tables & Bare) != 0) states |= StateSet.Of(SocketState.Closed);
        if ((tables & SsTables.Tipc) != 0) states |= TipcStates;
        return states;
    }

    private static SocketFamily? PreferenceOf(SsFamily family) => family switch
    {
        SsFamily.Inet => SocketFamily.Inet,
        SsFamily.Inet6 => SocketFamily.Inet6,
        SsFamily.Unix => SocketFamily.Unix,
        SsFamily.Link => SocketFamily.Packet,
        SsFamily.Netlink => SocketFamily.Netlink,
        SsFamily.Vsock => SocketFamily.Vsock,
        SsFamily.Tipc => SocketFamily.Tipc,
        SsFamily.Xdp => SocketFamily.Xdp,
        _ => null,
    };

    private static SsFamily FamilyOf(SocketFamily family)
    {
        foreach (SsFamily candidate in SsFamilies.All)
        {
            if (PreferenceOf(candidate) == family) return candidate;
        }

        return SsFamily.None;
    }

    private SsTables Known(SsTables tables) => _release is { DropsDccp: true } ? tables & ~SsTables.Dccp : tables;
}
