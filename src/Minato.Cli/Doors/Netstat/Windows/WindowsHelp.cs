using System.Text;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>The Windows netstat's help.</summary>
internal static class WindowsHelp
{
    private const int Column = 22;

    /// <summary>The help, made from the option table.</summary>
    public static int Print(string program)
    {
        StringBuilder text = new();
        text.Append(NetstatUsage.Of(program, NetstatDialect.Windows)).Append("\nLetters in either case, behind - or /, one by one or together.\n\n");
        foreach (OptionSpec option in WindowsOptions.Table)
        {
            if (option.Help is null) continue;
            string name = option.Short == '\0' ? "  --" + option.Long + option.ValueHint
                : option.ValueName is null ? "  -" + option.Short
                : "  -" + option.Short + ' ' + option.ValueName;
            text.Append(name.PadRight(Column - 1)).Append(' ').Append(option.Help).Append('\n');
        }

        text.Append("  INTERVAL".PadRight(Column)).Append("again every so many whole seconds, until ^C\n\n");
        text.Append("examples:  ").Append(program).Append(" -an  ").Append(program).Append(" -ano  ").Append(program).Append(" -s -p tcp 5");
        Message.Print(text.ToString());
        return OutputStream.Standard.Failure == 0 ? ExitCode.Done : ExitCode.DoorWriteFailed;
    }
}
