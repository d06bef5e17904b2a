using System;
using System.IO;
using Minato.Cli.Doors.Netstat;
using Minato.Cli.Doors.Ss;
using Minato.Cli.Terminal;
using Minato.Cli.Verbs;
using Minato.Model;

namespace Minato.Cli;

/// <summary>Chooses the door by the name the program was started under, then by the first word.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        OutputStream.HoldStandardDescriptors();
        try
        {
            return Open(args);
        }
        catch (Exception exception) when (exception is OutOfMemoryException or MemoryBoundException)
        {
            Message.Error("minato: out of memory: " + (exception is MemoryBoundException ? exception.Message : "the answer is larger than this program may grow"));
            return ExitCode.Refused;
        }
    }

    private static int Open(string[] args)
    {
        string name = Path.GetFileName(Environment.GetCommandLineArgs()[0]);
        if (name == "ss") return SsDoor.Run("ss", args);
        if (name == "netstat") return NetstatDoor.Run("netstat", args);
        if (args.Length == 0) return SsDoor.Run("minato", ["-tulnp"]);
        if (args[0] == "ss") return SsDoor.Run("minato ss", args[1..]);
        if (args[0] == "netstat") return NetstatDoor.Run("minato netstat", args[1..]);
        if (args is ["-h" or "--help"]) return HelpVerb.Run([]);
        if (args[0] == "--version") return VersionVerb.Run([]);
        if (args[0].StartsWith('-')) return SsDoor.Run("minato", args);
        return VerbTable.TryFind(args[0], out Verb verb) ? verb.Run(args.AsSpan(1)) : VerbMessage.UnknownWord(args[0]);
    }
}
