using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The netstat of Windows.</summary>
internal static class WindowsDoor
{
    public static int Run(string program, string[] words)
    {
        WindowsArgs? args = WindowsArgs.Parse(words, out UsageError? error);
        if (args is null) return NetstatDoor.Refuse(program, words, error!, NetstatDialect.Windows);
        if (args.Has(WindowsOption.Help)) return WindowsHelp.Print(program);
        if (WindowsSelection.ShowsOwners(args) && DoorEnvironment.OwnersProblem is { } problem)
        {
            Message.Error(program + ": " + problem);
            return ExitCode.No;
        }

        NetstatListing listing = ListingOf(program, words, args);
        return args.Own.From is null ? NetstatRepetition.Run(program, listing, args.Interval) : PrintedTables.Run(program, args.Own.From, args.Interval, listing);
    }

    private static NetstatListing ListingOf(string program, string[] words, WindowsArgs args) => args switch
    {
        _ when args.Has(WindowsOption.NetworkDirect) => new WindowsNetworkDirectListing(program),
        _ when args.Has(WindowsOption.Statistics) || args.Has(WindowsOption.Ethernet) => WindowsCounterListing.Of(program, args),
        _ when args.Has(WindowsOption.Routes) => new WindowsRouteListing(program, words),
        _ => new WindowsSocketListing(program, words, args),
    };
}
