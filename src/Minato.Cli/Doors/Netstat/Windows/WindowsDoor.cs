using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The netstat of Windows.</summary>
internal static class WindowsDoor
{
    public static int Run(string program, string[] words)
    {
        WindowsArgs? args = WindowsArgs.Parse(words, out UsageError? error);
        if (args is null)
        {
            int code = NetstatDoor.Refuse(program, words, error!, NetstatDialect.Windows);
            Message.Error(WindowsUsage.Line(program));
            return code;
        }

        if (args.Has(WindowsOption.Help)) return WindowsUsage.PrintHelp(program);
        return NetstatRepetition.Run(new WindowsSocketListing(program, words, args), args.Interval);
    }
}
