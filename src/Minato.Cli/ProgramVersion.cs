using Minato.Cli.Terminal;

namespace Minato.Cli;

/// <summary>The version line.</summary>
internal static class ProgramVersion
{
    public const string Number = BuildVersion.Text;

    public static int Print(string? door)
    {
        Message.Print("minato " + Number + (door is null ? "" : " (" + door + ")"));
        return OutputStream.Standard.Failure == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
