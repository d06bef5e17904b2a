using Minato.Cli.Terminal;

namespace Minato.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        Message.Print("minato " + string.Join(' ', args));
        return ExitCode.Done;
    }
}
