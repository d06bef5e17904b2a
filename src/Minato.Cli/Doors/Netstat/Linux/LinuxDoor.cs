using System;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>The netstat of net-tools.</summary>
internal static class LinuxDoor
{
    public static int Run(string program, string[] words)
    {
        LinuxArgs? args = LinuxArgs.Parse(words, out UsageError? error);
        if (args is null) return NetstatDoor.Refuse(program, words, error!, NetstatDialect.Linux);
        if (args.End is { } end) return Finish(program, end);
        if (args.Has(LinuxOption.Programs) && DoorEnvironment.OwnersProblem is { } problem)
        {
            Message.Error(program + ": " + problem);
            return ExitCode.NetstatUsage;
        }

        // net-tools' -c takes no interval, and of counters there is one listing all the same.
        bool isContinuous = args.Has(LinuxOption.Continuous) && args.Mode != LinuxOption.Statistics;
        TimeSpan? interval = args.Own.Interval ?? (isContinuous ? TimeSpan.FromSeconds(1) : null);
        Repainting repainting = args.Own.Repaint ? Repainting.Asked : Repainting.Never;

        NetstatListing listing = Listing(program, words, args);
        return args.Own.From is null ? NetstatRepetition.Run(program, listing, interval, repainting) : PrintedTables.Run(program, args.Own.From, interval, listing);
    }

    // Groups are no mode: they stand between the sockets' tables.
    private static NetstatListing Listing(string program, string[] words, LinuxArgs args) => args.Mode switch
    {
        LinuxOption.Routes => new LinuxRouteListing(program, words, args),
        LinuxOption.Interfaces => new LinuxInterfaceListing(program, words, args),
        LinuxOption.Statistics => LinuxCounterListing.Of(program, args),
        LinuxOption.Masquerade => new LinuxMasqueradeListing(program),
        _ => new LinuxSocketListing(program, words, new LinuxRequest(args), args.Has(LinuxOption.Groups) ? new LinuxGroupListing(program, words, args) : null),
    };

    private static int Finish(string program, LinuxOption end)
    {
        switch (end)
        {
            case LinuxOption.Help: return DoorHelp.Print(program, LinuxOptions.Table, ["-an", "-tlnp"]);
            case LinuxOption.Version: return ProgramVersion.Print(program + " door");
            case LinuxOption.Context:
                Message.Error("SELinux is not enabled on this machine.");
                return ExitCode.No;
            default:
                Message.Error(NetstatUsage.Of(program, NetstatDialect.Linux));
                return ExitCode.NetstatUsage;
        }
    }
}
