using System.Text;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Ss;

/// <summary>The ss door's help, made from its option table.</summary>
internal static class SsHelp
{
    private const int Column = 22;

    public static int Print(string program)
    {
        StringBuilder text = new();
        text.Append("usage: ").Append(program).Append(" [OPTIONS]\n");
        foreach (OptionSpec option in SsOptions.Table)
        {
            if (option.Help is null) continue;
            string names = "  -" + option.Short + ", --" + option.Long;
            text.Append(names.PadRight(Column)).Append(option.Help).Append('\n');
        }

        text.Append("examples:\n");
        text.Append("  ").Append(program).Append(" -tuln               the ports that are open\n");
        text.Append("  ").Append(program).Append(" -tan                every TCP connection\n");
        text.Append("  sudo ").Append(program).Append(" -tulnp         … and who holds each port");
        Message.Print(text.ToString());
        return OutputStream.Standard.Failure == 0 ? ExitCode.Done : ExitCode.DoorWriteFailed;
    }
}
