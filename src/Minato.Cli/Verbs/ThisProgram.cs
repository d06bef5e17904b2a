using System;
using System.IO;

namespace Minato.Cli.Verbs;

/// <summary>The file that links point to.</summary>
internal static class ThisProgram
{
    public const string IsGone = "the file of this program is gone from its place; start it anew from where it is now";

    /// <summary>The program's own file, absolute and free of links; null when it was moved or deleted since it started.</summary>
    public static string? Path => Environment.ProcessPath is { } path && File.Exists(path) ? path : null;
}
