using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>The netstat of macOS.</summary>
internal static class MacOsDoor
{
    public static int Run(string program, string[] words, NetstatDialect dialect)
    {
        MacOsArgs? args = MacOsArgs.Parse(words, out UsageError? error);
        if (args is null) return NetstatDoor.Refuse(program, words, error!, dialect);
        if (args.Has(MacOsOption.Help)) return DoorHelp.Print(program, MacOsOptions.Table, ["--dialect macos -an", "--dialect macos -anv -p tcp"]);
        if (MacOsForeign.Describe(args) is { } reason)
        {
            Message.Error(program + ": " + reason);
            return ExitCode.No;
        }

        MacOsMode mode = MacOsModes.Of(args);
        NetstatListing listing = mode switch
        {
            MacOsMode.Memory => new MacOsMemoryListing(program),
            MacOsMode.Statistics => MacOsCounterListing.Of(program, args),
            MacOsMode.Interfaces => new MacOsInterfaceListing(program, words, args),
            MacOsMode.Traffic => new MacOsTrafficListing(program, words, args),
            MacOsMode.Routes => new MacOsRouteListing(program, words, args),
            MacOsMode.Groups => new MacOsGroupListing(program, words, args),
            _ => new MacOsSocketListing(program, words, args, new MacOsRequest(args, dialect)),
        };
        if (args.Own.From is { } file) return PrintedTables.Run(program, file, args.Interval, listing);

        // Lines of traffic stand below each other.
        Repainting repainting = mode == MacOsMode.Traffic ? Repainting.Never : args.Own.Repaint ? Repainting.Asked : Repainting.OnTerminals;
        return NetstatRepetition.Run(program, listing, args.Interval, repainting);
    }
}
