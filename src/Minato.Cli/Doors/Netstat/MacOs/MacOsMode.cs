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

    // Each a table of its own. Statistics of one of the others have their own answer (MacOsForeign).
    private static MacOsOption[] Exclusive =>
        [MacOsOption.Memory, MacOsOption.Interfaces, MacOsOption.Routes, MacOsOption.Groups, MacOsOption.ListenQueues];

    /// <summary>What is wrong with asking for two tables at once, or null. macOS shows one of them and is silent about the other.</summary>
    public static UsageError? Check(MacOsArgs args)
    {
        MacOsOption? first = null;
        foreach (MacOsOption option in Exclusive)
        {
            if (!args.Has(option)) continue;
            if (first is { } other) return Exclude(args, other, option);
            first = option;
        }

        if (args.Has(MacOsOption.Statistics) && first is MacOsOption.Memory or MacOsOption.ListenQueues) return Exclude(args, first.Value, MacOsOption.Statistics);
        return args.Has(MacOsOption.Interface) && first is MacOsOption.Memory or MacOsOption.Routes or MacOsOption.ListenQueues
            ? Exclude(args, first.Value, MacOsOption.Interface)
            : null;
    }

    /// <summary>What is asked for. An interval alone is of interfaces.</summary>
    public static MacOsMode Of(MacOsArgs args)
    {
        if (args.Has(MacOsOption.Memory)) return MacOsMode.Memory;
        if (args.Has(MacOsOption.Interfaces) || args.Has(MacOsOption.Interface)) return args.Has(MacOsOption.Groups) ? MacOsMode.Groups : OfInterfaces(args);
        if (args.Has(MacOsOption.Routes)) return MacOsMode.Routes;
        if (args.Has(MacOsOption.Groups)) return MacOsMode.Groups;
        if (args.Has(MacOsOption.Statistics)) return MacOsMode.Statistics;
        return args.Wait is not null && !HasSocketOption(args) ? MacOsMode.Traffic : MacOsMode.Sockets;
    }

    // The one that was typed later is pointed at.
    private static UsageError Exclude(MacOsArgs args, MacOsOption one, MacOsOption other)
    {
        WordPlace place = args.PlaceOf(one);
        WordPlace later = args.PlaceOf(other);
        if ((place.Word, place.Column).CompareTo((later.Word, later.Column)) < 0) place = later;
        return new UsageError("-" + Letter(one) + " and -" + Letter(other) + " are two tables: one at a time", place.Word, place.Column, null);
    }

    private static char Letter(MacOsOption option) => option switch
    {
        MacOsOption.Memory => 'm',
        MacOsOption.Interfaces => 'i',
        MacOsOption.Interface => 'I',
        MacOsOption.Routes => 'r',
        MacOsOption.Groups => 'g',
        MacOsOption.Statistics => 's',
        _ => 'L',
    };

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
