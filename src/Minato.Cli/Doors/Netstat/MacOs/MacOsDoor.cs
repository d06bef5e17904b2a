using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>The netstat of macOS.</summary>
internal static class MacOsDoor
{
    public static int Run(string program, string[] words, NetstatDialect dialect)
    {
        MacOsArgs? args = MacOsArgs.Parse(words, out UsageError? error);
        if (args is null)
        {
            int code = NetstatDoor.Refuse(program, words, error!, dialect);
            Message.Error(MacOsUsage.Text(program));
            return code;
        }

        if (args.Has(MacOsOption.Help)) return DoorHelp.Print(program, MacOsOptions.Table, ["-an", "-anv"]);
        if (MacOsForeign.Describe(args) is { } reason)
        {
            Message.Error(program + ": " + reason);
            return ExitCode.No;
        }

        // What is not a table of sockets is asked first: the first that was typed for, in the order in which macOS looks.
        MacOsSocketListing sockets = new(program, words, args);
        return args.Own.From is null ? NetstatRepetition.Run(sockets, args.Interval) : PrintedTables.Run(program, args.Own, sockets);
    }
}
