using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>What an ss command line asks for, with ss's own rules of what an option brings along.</summary>
internal sealed class SsRequest
{
    // Idle bound TCP sockets are left out of -a, as ss did before 6.8: finding them makes the kernel walk every bound
    // socket a second time, 15 % more for a busy host, and they are no connections (docs/adr/0003).
    private static StateSet Everything => StateSet.All.Without(StateSet.Of(SocketState.BoundInactive));

    private SsRequest(SocketQuery query, SsColumns columns, NameKinds names)
    {
        Query = query;
        Columns = columns;
        Names = names;
    }

    public SocketQuery Query { get; }

    public SsColumns Columns { get; }

    /// <summary>Which names stand for numbers.</summary>
    public NameKinds Names { get; }

    public static SsRequest From(SsArgs args, int terminalWidth)
    {
        (Transports transports, IpFamilies families) = Select(args);
        StateSet states = States(args);
        SsColumns columns = new()
        {
            Header = !args.NoHeader,
            Netid = !uint.IsPow2((uint)transports),
            State = !states.IsSingle,
            Queues = !args.NoQueues,
            Process = args.Processes,
            Timer = args.Timers,
            Details = args.Extended,
            OneLine = args.OneLine,
            TerminalWidth = terminalWidth,
        };
        SocketQuery query = new()
        {
            Transports = transports,
            Families = families,
            States = states,
            Fields = Fields(args),
            Owners = args.Processes ? OwnerSearch.All : OwnerSearch.None,
            Source = DoorEnvironment.Source,
            ProcRoot = DoorEnvironment.ProcRoot("PROC_ROOT"),
        };
        NameKinds names = args.Numeric ? NameKinds.None : NameKinds.Services;
        if (args.Resolve) names |= NameKinds.Hosts;
        return new SsRequest(query, columns, names);
    }

    // ss keeps a set of tables and a set of families, and each fills up the other: `-t` brings both families, `-4` all
    // internet tables, `-x` (a family) the UNIX tables, and nothing at all brings everything.
    private static (Transports Transports, IpFamilies Families) Select(SsArgs args)
    {
        Transports transports = Transports.None;
        if (args.Tcp) transports |= Transports.Tcp;
        if (args.Udp) transports |= Transports.Udp;
        if (args.Raw) transports |= Transports.Raw;
        IpFamilies families = IpFamilies.None;
        if (args.V4) families |= IpFamilies.V4;
        if (args.V6) families |= IpFamilies.V6;

        if (transports == Transports.None && families == IpFamilies.None && !args.Unix) return (Transports.All, IpFamilies.Both);
        if (transports == Transports.None && families != IpFamilies.None) transports = Transports.Inet;
        if (transports != Transports.None && families == IpFamilies.None) families = IpFamilies.Both;
        if (args.Unix) transports |= Transports.Unix;
        return (transports, families);
    }

    // Without -a and -l: what is connected. UDP and raw sockets alone have one connected state, which hides the column.
    private static StateSet States(SsArgs args)
    {
        if (args.All) return Everything;
        if (args.Listening) return StateSet.Listening;
        bool onlyDatagrams = (args.Udp || args.Raw) && !args.Tcp && !args.Unix && !args.V4 && !args.V6;
        return onlyDatagrams ? StateSet.Of(SocketState.Established) : StateSet.Connected;
    }

    private static SocketFields Fields(SsArgs args)
    {
        SocketFields fields = SocketFields.Backlog | SocketFields.UnixPeer | SocketFields.UnixQueues;
        if (args.Timers) fields |= SocketFields.Timer;
        if (args.Extended)
        {
            fields |= SocketFields.User | SocketFields.Cookie | SocketFields.Mark | SocketFields.Cgroup | SocketFields.Shutdown |
                SocketFields.UnixFile | SocketFields.UnixPending;
        }

        return fields;
    }
}
