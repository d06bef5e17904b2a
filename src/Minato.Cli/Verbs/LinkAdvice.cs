using System;
using System.Collections.Generic;
using System.IO;

namespace Minato.Cli.Verbs;

/// <summary>Why typing the name may still start something else, and the line to type about it.</summary>
internal static class LinkAdvice
{
    public static List<string> For(string folder, string program, ReadOnlySpan<string> names, PathSearch search)
    {
        List<string> advice = [];
        bool hidden = false;
        bool remembered = false;
        foreach (string name in names)
        {
            List<string> found = search.FindAll(name);
            int ours = found.FindIndex(path => IsOurs(path, program));
            if (ours > 0) advice.Add($"{found[0]} comes before {found[ours]} on PATH and hides it");
            hidden |= ours != 0;
            remembered |= found.Count > 1;
        }

        if (hidden && !search.Contains(folder)) advice.Add($"{folder} is not on PATH");
        if (hidden) advice.Add($"type, and keep in your shell's startup file: export PATH=\"{folder}:$PATH\"");
        else if (remembered) advice.Add("a shell that is open already may remember the old place; type there: hash -r");
        return advice;
    }

    private static bool IsOurs(string path, string program) =>
        new LinkFolder(Path.GetDirectoryName(path) ?? "/", program).IsOurs(Path.GetFileName(path));
}
