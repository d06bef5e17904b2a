namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>The netstat of macOS.</summary>
internal static class MacOsDoor
{
    public static int Run(string program, string[] words, NetstatDialect dialect)
    {
        MacOsArgs? args = MacOsArgs.Parse(words, out UsageError? error);
        if (args is null) return NetstatDoor.Refuse(program, words, error!, dialect);
        if (args.Has(MacOsOption.Help)) return DoorHelp.Print(program, MacOsOptions.Table, ["-an", "-anv"]);
        return NetstatRepetition.Run(new MacOsSocketListing(program, words, args), args.Own.Interval);
    }
}
