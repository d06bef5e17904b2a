namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The netstat of Windows.</summary>
internal static class WindowsDoor
{
    public static int Run(string program, string[] words)
    {
        WindowsArgs? args = WindowsArgs.Parse(words, out UsageError? error);
        if (args is null) return NetstatDoor.Refuse(program, words, error!, NetstatDialect.Windows);
        if (args.Has(WindowsOption.Help)) return DoorHelp.Print(program, WindowsOptions.Table, ["-an", "-ano"]);
        return NetstatRepetition.Run(new WindowsSocketListing(program, words, args), args.Own.Interval);
    }
}
