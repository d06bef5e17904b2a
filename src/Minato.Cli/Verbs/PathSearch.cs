using System;
using System.Collections.Generic;
using System.IO;
using Minato.Cli.Terminal;

namespace Minato.Cli.Verbs;

/// <summary>Who answers to a name: the program that a shell with this PATH would start.</summary>
internal sealed class PathSearch(string? path)
{
    private readonly string[] _folders =
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public bool Contains(string folder)
    {
        foreach (string candidate in _folders)
        {
            if (IsSame(candidate, folder)) return true;
        }

        return false;
    }

    /// <summary>Every program of this name, in the order in which a shell finds them.</summary>
    public List<string> FindAll(string name)
    {
        List<string> found = [];
        foreach (string folder in _folders)
        {
            string candidate = Path.Join(folder, name);
            if (ProgramFile.CanStart(candidate) && !found.Contains(candidate)) found.Add(candidate);
        }

        return found;
    }

    private static bool IsSame(string a, string b) =>
        Path.TrimEndingDirectorySeparator(a) == Path.TrimEndingDirectorySeparator(b);
}
