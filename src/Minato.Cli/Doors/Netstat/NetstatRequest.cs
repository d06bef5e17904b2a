using System;
using Minato.Model;
using Minato.Rendering.Netstat;

namespace Minato.Cli.Doors.Netstat;

/// <summary>What a netstat command line asks for, by net-tools' rules.</summary>
internal sealed class NetstatRequest
{
    private readonly NetstatArgs _args;

    public NetstatRequest(NetstatArgs args)
    {
        _args = args;
        bool anyTable = args.Has(NetstatOption.Tcp) || args.Has(NetstatOption.Udp) || args.Has(NetstatOption.Raw) || args.Has(NetstatOption.Unix);
        Transports inet = Transports.None;
        if (args.Has(NetstatOption.Tcp) || !anyTable) inet |= Transports.Tcp;
        if (args.Has(NetstatOption.Udp) || !anyTable) inet |= Transports.Udp;
        if (args.Has(NetstatOption.Raw) || !anyTable) inet |= Transports.Raw;
        Inet = inet == Transports.None ? null : Query(inet, DoorEnvironment.Source);

        // Reference counts are in /proc/net/unix alone.
        bool unix = args.Has(NetstatOption.Unix) || (!anyTable && !args.Has(NetstatOption.V4) && !args.Has(NetstatOption.V6));
        Unix = unix ? Query(Transports.Unix, SourcePreference.ProcNet) : null;

        Columns = new NetstatColumns
        {
            Extended = args.Has(NetstatOption.Extend),
            Program = args.Has(NetstatOption.Programs),
            Timer = args.Has(NetstatOption.Timers),
            Wide = args.Has(NetstatOption.Wide),
            HostNames = !args.Has(NetstatOption.Numeric),
        };
    }

    /// <summary>The internet tables, or null when none is asked.</summary>
    public SocketQuery? Inet { get; }

    /// <summary>The UNIX table, or null when it is not asked.</summary>
    public SocketQuery? Unix { get; }

    public NetstatColumns Columns { get; }

    /// <summary>Which names stand for numbers.</summary>
    public NameKinds Names => _args.Has(NetstatOption.Numeric) ? NameKinds.None : NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts | NameKinds.Users;

    /// <summary>What the headings say in parentheses.</summary>
    public ReadOnlySpan<byte> Scope => _args.Has(NetstatOption.All) ? "servers and established"u8 : _args.Has(NetstatOption.Listening) ? "only servers"u8 : "w/o servers"u8;

    private SocketFields Timer => _args.Has(NetstatOption.Timers) ? SocketFields.Timer : SocketFields.None;

    private SocketQuery Query(Transports transports, SourcePreference source)
    {
        IpFamilies families = IpFamilies.None;
        if (_args.Has(NetstatOption.V4) || !_args.Has(NetstatOption.V6)) families |= IpFamilies.V4;
        if (_args.Has(NetstatOption.V6) || !_args.Has(NetstatOption.V4)) families |= IpFamilies.V6;
        return new SocketQuery
        {
            Transports = transports,
            Families = families,
            States = States(transports),
            Fields = transports == Transports.Unix ? SocketFields.UnixReferences : SocketFields.User | Timer,
            Owners = _args.Has(NetstatOption.Programs) ? OwnerSearch.First : OwnerSearch.None,
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
        if (_args.Has(NetstatOption.All)) return all;
        bool isUnix = transports == Transports.Unix;
        if (_args.Has(NetstatOption.Listening)) return isUnix ? listen : StateSet.Listening;
        return all.Without(isUnix ? listen : StateSet.Listening);
    }
}
