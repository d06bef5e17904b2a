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
            Header = !args.Has(SsOption.NoHeader),
            Netid = !uint.IsPow2((uint)transports),
            State = !states.IsSingle,
            Queues = !args.Has(SsOption.NoQueues),
            Process = args.Has(SsOption.Processes),
            Timer = WantsTimers(args),
            Details = args.Has(SsOption.Extended),
            OneLine = args.Has(SsOption.OneLine),
            TerminalWidth = terminalWidth,
        };
        SocketQuery query = new()
        {
            Transports = transports,
            Families = families,
            States = states,
            Fields = Fields(args),
            Owners = args.Has(SsOption.Processes) ? OwnerSearch.All : OwnerSearch.None,
            Source = DoorEnvironment.Source("PROC_ROOT"),
            ProcRoot = DoorEnvironment.ProcRoot("PROC_ROOT"),
        };
        NameKinds names = args.Has(SsOption.Numeric) ? NameKinds.None : NameKinds.Services;
        if (args.Has(SsOption.Resolve)) names |= NameKinds.Hosts;
        return new SsRequest(query, columns, names);
    }

    // ss keeps a set of tables and a set of families, and each fills up the other: `-t` brings both families, `-4` all
    // internet tables, `-x` (a family) the UNIX tables, and nothing at all brings everything.
    private static (Transports Transports, IpFamilies Families) Select(SsArgs args)
    {
        Transports transports = Transports.None;
        if (args.Has(SsOption.Tcp)) transports |= Transports.Tcp;
        if (args.Has(SsOption.Udp)) transports |= Transports.Udp;
        if (args.Has(SsOption.Raw)) transports |= Transports.Raw;
        IpFamilies families = IpFamilies.None;
        if (args.Has(SsOption.V4)) families |= IpFamilies.V4;
        if (args.Has(SsOption.V6)) families |= IpFamilies.V6;

        if (transports == Transports.None && families == IpFamilies.None && !args.Has(SsOption.Unix)) return (Transports.All, IpFamilies.Both);
        if (transports == Transports.None && families != IpFamilies.None) transports = Transports.Inet;
        if (transports != Transports.None && families == IpFamilies.None) families = IpFamilies.Both;
        if (args.Has(SsOption.Unix)) transports |= Transports.Unix;
        return (transports, families);
    }

    // Without -a and -l: what is connected. UDP and raw sockets alone have one connected state, which hides the column.
    private static StateSet States(SsArgs args)
    {
        if (args.Has(SsOption.All)) return Everything;
        if (args.Has(SsOption.Listening)) return StateSet.Listening;
        bool onlyDatagrams = (args.Has(SsOption.Udp) || args.Has(SsOption.Raw)) && !args.Has(SsOption.Tcp) && !args.Has(SsOption.Unix) && !args.Has(SsOption.V4) && !args.Has(SsOption.V6);
        return onlyDatagrams ? StateSet.Of(SocketState.Established) : StateSet.Connected;
    }

    // As in ss, details bring the timer along.
    private static bool WantsTimers(SsArgs args) => args.Has(SsOption.Timers) || args.Has(SsOption.Extended);

    private static SocketFields Fields(SsArgs args)
    {
        SocketFields fields = SocketFields.Backlog | SocketFields.UnixPeer | SocketFields.UnixQueues;
        if (WantsTimers(args)) fields |= SocketFields.Timer;
        if (args.Has(SsOption.Extended))
        {
            fields |= SocketFields.User | SocketFields.Cookie | SocketFields.Mark | SocketFields.Cgroup | SocketFields.Shutdown |
                SocketFields.UnixFile | SocketFields.UnixPending;
        }

        return fields;
    }
}
