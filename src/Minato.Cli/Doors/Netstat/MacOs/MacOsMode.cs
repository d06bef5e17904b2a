namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What kind of answer a line asks for.</summary>
internal enum MacOsMode
{
    Sockets,
    Interfaces,
    Traffic,
    Routes,
    Groups,
    Memory,
    Statistics,
}

/// <summary>Which of them it is.</summary>
internal static class MacOsModes
{
    // What is typed for sockets alone: with it, -w shows them again and again.
    private static MacOsOption[] OfSockets =>
    [
        MacOsOption.All, MacOsOption.Identity, MacOsOption.ListenQueues, MacOsOption.Whole, MacOsOption.Protocol, MacOsOption.Family,
        MacOsOption.Unix, MacOsOption.Verbose, MacOsOption.Wide,
    ];

    /// <summary>The first that was asked for, in the order in which macOS looks. An interval alone is of interfaces.</summary>
    public static MacOsMode Of(MacOsArgs args)
    {
        if (args.Has(MacOsOption.Memory)) return MacOsMode.Memory;
        if (args.Has(MacOsOption.Interfaces) || args.Has(MacOsOption.Interface)) return args.Has(MacOsOption.Groups) ? MacOsMode.Groups : OfInterfaces(args);
        if (args.Has(MacOsOption.Routes)) return MacOsMode.Routes;
        if (args.Has(MacOsOption.Groups)) return MacOsMode.Groups;
        if (args.Has(MacOsOption.Statistics)) return MacOsMode.Statistics;
        return args.Wait is not null && !HasSocketOption(args) ? MacOsMode.Traffic : MacOsMode.Sockets;
    }

    private static MacOsMode OfInterfaces(MacOsArgs args) => args.Wait is null ? MacOsMode.Interfaces : MacOsMode.Traffic;

    private static bool HasSocketOption(MacOsArgs args)
    {
        foreach (MacOsOption option in OfSockets)
        {
            if (args.Has(option)) return true;
        }

        return false;
    }
}
