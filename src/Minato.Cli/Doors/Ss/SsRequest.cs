using System;
using System.Collections.Generic;
using Minato.Filter;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>What an ss command line asks for, with ss's own rules of what an option brings along.</summary>
internal sealed class SsRequest
{
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

    public static SsRequest From(SsArgs args, SsSelection selection, SocketFilter? filter, int terminalWidth)
    {
        SsRelease? release = args.Release;
        bool owners = WantsOwners(args);
        SsColumns columns = new()
        {
            Header = !args.Has(SsOption.NoHeader),
            Netid = !SsTableNames.IsSingle(selection.Tables),
            State = !selection.States.IsSingle,
            Queues = !args.Has(SsOption.NoQueues),
            Process = owners,
            Threads = args.Has(SsOption.Threads),
            Contexts = args.Has(SsOption.Contexts) ? OwnerContexts.ProcessAndSocket
                : args.Has(SsOption.Context) ? OwnerContexts.Process
                : OwnerContexts.None,
            Timer = WantsTimers(args),
            Details = args.Has(SsOption.Extended),
            Memory = args.Has(SsOption.Memory),
            Info = args.Has(SsOption.Info),
            TypeOfService = args.Has(SsOption.TypeOfService),
            Cgroup = args.Has(SsOption.Cgroup),
            InetOptions = args.Has(SsOption.InetOptions),
            Bpf = args.Has(SsOption.Bpf),
            StorageMaps = StorageMaps(args),
            TipcInfo = args.Has(SsOption.TipcInfo),
            Secrets = args.Has(SsOption.ShowSecrets),
            Numeric = args.Has(SsOption.Numeric),
            OneLine = args.Has(SsOption.OneLine),
            Release = release,
            PortsAsProtocols = release is not null && (SsTableNames.Transports(selection.Shown) & (Transports.Tcp | Transports.Udp | Transports.Raw)) == Transports.Raw,
            TerminalWidth = terminalWidth,
        };
        ProcFiles files = DoorEnvironment.Files(release, selection.NamedFamilies);
        SocketQuery query = new()
        {
            Transports = WithBothPacketTypes(SsTableNames.Transports(selection.Shown), files, release),
            Families = selection.IpFamilies,
            States = selection.States,
            Fields = Fields(args) | (filter?.Fields ?? SocketFields.None),
            Filter = filter,
            Owners = owners ? OwnerSearch.All : OwnerSearch.None,
            OwnerDetails = owners ? OwnerDetailsOf(args) : OwnerDetails.None,
            OwnerPreference = owners || filter is { NeedsOwners: true } ? DoorEnvironment.Owners : OwnerPreference.Automatic,
            ExplainsRefusals = args.Has(SsOption.Debug),
            Source = DoorEnvironment.Source,
            ProcFiles = files,
            ProcRoot = DoorEnvironment.ProcRoot("PROC_ROOT"),
            DumpFile = Environment.GetEnvironmentVariable("TCPDIAG_FILE"),
            FamiliesApart = release is not null,
            InWalkOrder = release is not null,
            NamesSockets = args.Has(SsOption.Kill),
        };
        NameKinds names = args.Has(SsOption.Numeric) ? NameKinds.None : NameKinds.Services;
        if (args.Has(SsOption.Resolve)) names |= NameKinds.Hosts;
        return new SsRequest(query, columns, names);
    }

    // ss(8) says that threads and contexts bring the processes along. Since the Process column is only there when asked for
    // (6.8) they do not, and show nothing without -p; Minato's own table keeps to the manual.
    private static bool WantsOwners(SsArgs args) => args.Has(SsOption.Processes)
        || (args.Release is not { HidesUnaskedProcess: true } && (args.Has(SsOption.Threads) || args.Has(SsOption.Context) || args.Has(SsOption.Contexts)));

    private static OwnerDetails OwnerDetailsOf(SsArgs args)
    {
        OwnerDetails details = args.Has(SsOption.Threads) ? OwnerDetails.Threads : OwnerDetails.None;
        if (args.Has(SsOption.Contexts)) details |= OwnerDetails.SocketContexts;
        return args.Has(SsOption.Context) || args.Has(SsOption.Contexts) ? details | OwnerDetails.ProcessContexts : details;
    }

    // ss does not look at the type of the packet sockets that the kernel tells it of, nor, before 6.5, that /proc does.
    private static Transports WithBothPacketTypes(Transports asked, ProcFiles files, SsRelease? release)
    {
        bool checksTypes = files.Forces(ProcFile.Packet) && release is not { ChecksPacketTypes: false };
        return (asked & Transports.Packet) == 0 || checksTypes ? asked : asked | Transports.Packet;
    }

    // As in ss, details and packet filters bring the timer along.
    private static bool WantsTimers(SsArgs args) => args.Has(SsOption.Timers) || args.Has(SsOption.Extended) || args.Has(SsOption.Bpf);

    // A kernel without such a map has nothing to tell, and one that may not be asked refuses the whole table.
    private static bool WantsStorage(SsArgs args) => (args.Has(SsOption.BpfMaps) || args.Has(SsOption.BpfMapId)) && SocketStorage.IsThere(out _);

    private static uint[]? StorageMaps(SsArgs args)
    {
        List<uint> maps = [];
        foreach (TypedOption typed in args.Options)
        {
            if (typed.Option == SsOption.BpfMapId && SsFirstSteps.TryMap(typed.Value!, out uint map)) maps.Add(map);
        }

        return maps.Count == 0 ? null : [.. maps];
    }

    private static SocketFields Fields(SsArgs args)
    {
        SocketFields fields = SocketFields.Backlog | SocketFields.UnixPeer | SocketFields.UnixQueues | SocketFields.OtherEnd;
        if (WantsTimers(args)) fields |= SocketFields.Timer;
        if (args.Has(SsOption.Extended))
        {
            fields |= SocketFields.User | SocketFields.Cookie | SocketFields.Mark | SocketFields.Cgroup | SocketFields.Shutdown |
                SocketFields.UnixFile | SocketFields.UnixPending | SocketFields.FamilyDetails;
        }

        if (args.Has(SsOption.Memory)) fields |= SocketFields.Memory;
        if (args.Has(SsOption.Info)) fields |= SocketFields.Info;
        if (args.Has(SsOption.TypeOfService)) fields |= SocketFields.TrafficClass;
        if (args.Has(SsOption.Cgroup)) fields |= SocketFields.Cgroup;
        if (args.Has(SsOption.InetOptions)) fields |= SocketFields.InetOptions;
        if (args.Has(SsOption.Bpf)) fields |= SocketFields.PacketFilter;
        if (WantsStorage(args)) fields |= SocketFields.Storage;
        if (args.Has(SsOption.TipcInfo)) fields |= SocketFields.FamilyDetails;
        return fields;
    }
}
