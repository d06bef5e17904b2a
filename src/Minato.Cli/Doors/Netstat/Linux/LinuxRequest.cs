using System;
using Minato.Model;
using Minato.Rendering.Netstat.Linux;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>What a netstat command line asks for, by net-tools' rules.</summary>
internal sealed class LinuxRequest
{
    private readonly LinuxArgs _args;

    public LinuxRequest(LinuxArgs args)
    {
        _args = args;
        bool anyTable = args.Has(LinuxOption.Tcp) || args.Has(LinuxOption.Udp) || args.Has(LinuxOption.Raw) || args.Has(LinuxOption.Unix);
        Transports inet = Transports.None;
        if (args.Has(LinuxOption.Tcp) || !anyTable) inet |= Transports.Tcp;
        if (args.Has(LinuxOption.Udp) || !anyTable) inet |= Transports.Udp;
        if (args.Has(LinuxOption.Raw) || !anyTable) inet |= Transports.Raw;
        Inet = inet == Transports.None ? null : Query(inet, DoorEnvironment.Source);

        // Reference counts are in /proc/net/unix alone.
        bool unix = args.Has(LinuxOption.Unix) || (!anyTable && !args.Has(LinuxOption.V4) && !args.Has(LinuxOption.V6));
        Unix = unix ? Query(Transports.Unix, SourcePreference.ProcNet) : null;

        Wishes = new LinuxWishes
        {
            Extended = args.Has(LinuxOption.Extend),
            Program = args.Has(LinuxOption.Programs),
            Timer = args.Has(LinuxOption.Timers),
            Wide = args.Has(LinuxOption.Wide),
            HostNames = !args.Has(LinuxOption.Numeric),
        };
    }

    /// <summary>The internet tables, or null when none is asked.</summary>
    public SocketQuery? Inet { get; }

    /// <summary>The UNIX table, or null when it is not asked.</summary>
    public SocketQuery? Unix { get; }

    public LinuxWishes Wishes { get; }

    /// <summary>Which names stand for numbers.</summary>
    public NameKinds Names => _args.Has(LinuxOption.Numeric) ? NameKinds.None : NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts | NameKinds.Users;

    /// <summary>What the headings say in parentheses.</summary>
    public ReadOnlySpan<byte> Scope => _args.Has(LinuxOption.All) ? "servers and established"u8 : _args.Has(LinuxOption.Listening) ? "only servers"u8 : "w/o servers"u8;

    private SocketFields Timer => _args.Has(LinuxOption.Timers) ? SocketFields.Timer : SocketFields.None;

    private SocketQuery Query(Transports transports, SourcePreference source)
    {
        IpFamilies families = IpFamilies.None;
        if (_args.Has(LinuxOption.V4) || !_args.Has(LinuxOption.V6)) families |= IpFamilies.V4;
        if (_args.Has(LinuxOption.V6) || !_args.Has(LinuxOption.V4)) families |= IpFamilies.V6;
        return new SocketQuery
        {
            Transports = transports,
            Families = families,
            States = States(transports),
            Fields = transports == Transports.Unix ? SocketFields.UnixReferences : SocketFields.User | Timer,
            Owners = _args.Has(LinuxOption.Programs) ? OwnerSearch.First : OwnerSearch.None,
            OwnerNaming = OwnerNaming.Program,
            Source = source,
            ProcRoot = DoorEnvironment.ProcRoot(null),
            FamiliesApart = true,
            Order = TableOrder.Netstat,
        };
    }

    // net-tools knows no idle bound sockets. A UNIX socket without a peer counts as connected there unless it listens.
    private StateSet States(Transports transports)
    {
        StateSet listen = StateSet.Of(SocketState.Listen);
        StateSet all = StateSet.All.Without(StateSet.Of(SocketState.BoundInactive));
        if (_args.Has(LinuxOption.All)) return all;
        bool isUnix = transports == Transports.Unix;
        if (_args.Has(LinuxOption.Listening)) return isUnix ? listen : StateSet.Listening;
        return all.Without(isUnix ? listen : StateSet.Listening);
    }
}
