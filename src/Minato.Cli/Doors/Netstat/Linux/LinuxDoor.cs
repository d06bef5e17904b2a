using System;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>The netstat of net-tools.</summary>
internal static class LinuxDoor
{
    public static int Run(string program, string[] words)
    {
        LinuxArgs? args = LinuxArgs.Parse(words, out UsageError? error);
        if (args is null) return NetstatDoor.Refuse(program, words, error!, NetstatDialect.Linux);
        if (args.Has(LinuxOption.Help)) return DoorHelp.Print(program, LinuxOptions.Table, ["-an", "-tlnp"]);
        if (args.Has(LinuxOption.Version)) return ProgramVersion.Print(program + " door");

        // net-tools' -c takes no interval.
        TimeSpan? interval = args.Own.Interval ?? (args.Has(LinuxOption.Continuous) ? TimeSpan.FromSeconds(1) : null);
        LinuxSocketListing sockets = new(program, words, new LinuxRequest(args));
        return args.Own.From is null ? NetstatRepetition.Run(sockets, interval) : PrintedTables.Run(program, args.Own, sockets);
    }
}
