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
        Tables = new LinuxTables(args, DoorEnvironment.ProcRoot(null));
        Inet = Tables.Inet == Transports.None ? null : Query(Tables.Inet, DoorEnvironment.Source);

        // Reference counts are in /proc/net/unix alone.
        Unix = Tables.HasUnix ? Query(Transports.Unix, SourcePreference.ProcNet) : null;

        Wishes = new LinuxWishes
        {
            Extended = args.Extend > 0,
            Program = HasPrograms,
            Context = args.Has(LinuxOption.Context),
            Timer = args.Has(LinuxOption.Timers),
            Wide = args.Has(LinuxOption.Wide),
            HostNames = (Names & NameKinds.Hosts) != 0,
        };
    }

    /// <summary>Which tables, and what is to be said of those that this kernel lacks.</summary>
    public LinuxTables Tables { get; }

    /// <summary>The internet sockets, or null when none of them is asked or there.</summary>
    public SocketQuery? Inet { get; }

    /// <summary>The UNIX sockets, or null when they are not asked.</summary>
    public SocketQuery? Unix { get; }

    public LinuxWishes Wishes { get; }

    /// <summary>Which names stand for numbers.</summary>
    public NameKinds Names
    {
        get
        {
            if (_args.Has(LinuxOption.Numeric)) return NameKinds.None;
            NameKinds kinds = NameKinds.None;
            if (!_args.Has(LinuxOption.NumericHosts)) kinds |= NameKinds.Hosts;
            if (!_args.Has(LinuxOption.NumericPorts)) kinds |= NameKinds.Services | NameKinds.EphemeralServices;
            if (!_args.Has(LinuxOption.NumericUsers)) kinds |= NameKinds.Users;
            return kinds;
        }
    }

    /// <summary>What the headings say in parentheses.</summary>
    public ReadOnlySpan<byte> Scope => _args.Has(LinuxOption.All) ? "servers and established"u8 : _args.Has(LinuxOption.Listening) ? "only servers"u8 : "w/o servers"u8;

    // The context of a socket is that of its process.
    private bool HasPrograms => _args.Has(LinuxOption.Programs) || _args.Has(LinuxOption.Context);

    private SocketFields Timer => _args.Has(LinuxOption.Timers) ? SocketFields.Timer : SocketFields.None;

    private SocketQuery Query(Transports transports, SourcePreference source) => new()
    {
        Transports = transports,
        Families = Tables.Families,
        States = States(transports),
        Fields = transports == Transports.Unix ? SocketFields.UnixReferences : SocketFields.User | Timer,
        Owners = HasPrograms ? OwnerSearch.First : OwnerSearch.None,
        OwnerNaming = OwnerNaming.Program,
        OwnerPreference = DoorEnvironment.Owners,
        OwnerDetails = _args.Has(LinuxOption.Context) ? OwnerDetails.ProcessContexts : OwnerDetails.None,
        Source = source,
        ProcRoot = DoorEnvironment.ProcRoot(null),
        FamiliesApart = true,
        Order = TableOrder.Netstat,
    };

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
