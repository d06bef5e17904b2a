using System.IO;

namespace Minato.Tests.Live;

/// <summary>strace as a source of faults: chosen system calls of a program fail as they might, but rarely do.</summary>
internal static class Strace
{
    public static void Require() => Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is not installed");

    /// <summary>The line that runs the command with such a fault (<c>CALL:error=NAME:when=N</c>) in all of its threads.</summary>
    public static string Inject(string fault, string command) => $"strace -f -o /dev/null -e inject={fault} {command}";
}
