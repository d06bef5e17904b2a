using System;
using System.Runtime.InteropServices;

namespace Minato.Cli.Verbs;

/// <summary><c>minato version</c>.</summary>
internal static class VersionVerb
{
    internal static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length > 0) return VerbMessage.WrongUse("version", $"takes nothing after it, but \"{args[0]}\" was given");
        VerbMessage.Print(Text);
        return VerbMessage.Printed();
    }

    internal static string Text => $"""
        minato {ProgramVersion.Number}
        {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}
        """;
}
