using Minato.Rendering.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>Which options of the Windows netstat go together.</summary>
internal static class WindowsRules
{
    private const uint Connections = Every & ~(1u << (int)WindowsOption.Ethernet | 1u << (int)WindowsOption.Routes
        | 1u << (int)WindowsOption.Statistics | 1u << (int)WindowsOption.NetworkDirect | 1u << (int)WindowsOption.Template);

    private const uint Every = (1u << (int)WindowsOption.Help) - 1;
    private const uint Numeric = 1u << (int)WindowsOption.Numeric;
    private const uint Ethernet = 1u << (int)WindowsOption.Ethernet;
    private const uint Statistics = 1u << (int)WindowsOption.Statistics;
    private const uint Protocol = 1u << (int)WindowsOption.Protocol;

    /// <summary>What is wrong with the options, or null.</summary>
    public static UsageError? Check(WindowsArgs args)
    {
        UsageError? error =
            args.Has(WindowsOption.Template) ? Only(args, "-y prints the connection templates", 1u << (int)WindowsOption.Template)
            : args.Has(WindowsOption.Routes) ? Only(args, "-r prints the routing table", 1u << (int)WindowsOption.Routes | Numeric)
            : args.Has(WindowsOption.NetworkDirect) ? Only(args, "-x prints NetworkDirect's connections", NetworkDirect)
            : args.Has(WindowsOption.Statistics) ? Only(args, "-s prints statistics", Statistics | Ethernet | Protocol | Numeric)
            : args.Has(WindowsOption.Ethernet) ? Only(args, "-e prints interface totals", Ethernet | Statistics | Numeric)
            : Only(args, "", Connections);
        if (error is not null || args.Has(WindowsOption.Statistics)) return error;
        if (args.SecondProtocolPlace is { } second) return new UsageError("several protocols go with -s alone", second.Word, second.Column, null);
        if ((args.Protocol & ~WindowsProtocols.Ports) == 0) return null;
        return new UsageError(
            "that protocol has statistics (-s) and no connections; here -p names " + WindowsProtocolNames.Ports, args.ProtocolPlace.Word, args.ProtocolPlace.Column, null);
    }

    private static uint NetworkDirect =>
        1u << (int)WindowsOption.NetworkDirect | 1u << (int)WindowsOption.All | 1u << (int)WindowsOption.FullNames | 1u << (int)WindowsOption.ProcessId | Numeric;

    private static UsageError? Only(WindowsArgs args, string what, uint fitting)
    {
        UsageError? first = null;
        foreach (OptionSpec option in WindowsOptions.Table)
        {
            if (option.Id >= (int)WindowsOption.Help || (fitting >> option.Id & 1) != 0 || !args.IsTyped((WindowsOption)option.Id)) continue;
            WordPlace place = args.PlaceOf((WindowsOption)option.Id);
            if (first is not null && (place.Word, place.Column).CompareTo((first.Word, first.Column)) > 0) continue;
            first = new UsageError(what + ": " + option.Name + " does not go with it", place.Word, place.Column, null);
        }

        return first;
    }
}
