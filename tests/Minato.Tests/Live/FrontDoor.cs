using System;
using System.Collections.Concurrent;
using System.IO;

namespace Minato.Tests.Live;

/// <summary>The ways in which a line of the lesson reaches Minato.</summary>
public enum FrontDoor
{
    /// <summary>Symbolic links named ss and netstat come first on PATH.</summary>
    Link,

    /// <summary>The line is typed into the shell that <c>minato shell</c> opens; nothing else is on PATH.</summary>
    Shell,

    /// <summary>The words ss and netstat are replaced by <c>minato ss</c> and <c>minato netstat</c>.</summary>
    Verb,
}

internal static class FrontDoors
{
    private static readonly ConcurrentDictionary<FrontDoor, string> Directories = new();

    /// <summary>The PATH of a user of that front door.</summary>
    public static string PathOf(FrontDoor door) => Directories.GetOrAdd(door, Furnish) + ":" + Sandbox.SystemPath;

    /// <summary>Types the line into a sandbox as a user of that front door would.</summary>
    public static Outcome Type(this Sandbox sandbox, FrontDoor door, string line, (string Name, string Value)? with = null)
    {
        var path = PathOf(door);
        return door switch
        {
            FrontDoor.Link => sandbox.Type(line, path, with),
            FrontDoor.Shell => sandbox.Run([Workshop.Minato, "shell"], path, line + "\n", with),
            FrontDoor.Verb => sandbox.Type(WithVerb(line), path, with),
            _ => throw new ArgumentOutOfRangeException(nameof(door)),
        };
    }

    private static string Furnish(FrontDoor door)
    {
        var directory = Workshop.MakeDirectory(door.ToString());
        string[] links = door switch
        {
            FrontDoor.Link => ["ss", "netstat", "minato"],
            FrontDoor.Verb => ["minato"],
            _ => [],
        };
        foreach (var link in links)
            File.CreateSymbolicLink(Path.Combine(directory, link), Workshop.Minato);

        // As sudo does: a new environment, and a PATH of its own. What is installed in /usr/local/bin is on that PATH, and
        // so are the links and minato here; what `minato shell` prepares is not.
        Workshop.Script(
            Path.Combine(directory, "sudo"),
            $"#!/bin/sh\nexec env -i HOME=/root PATH={directory}:{Sandbox.SystemPath} \"$@\"\n");
        return directory;
    }

    private static string WithVerb(string line) => line
        .Replace("ss -", "minato ss -", StringComparison.Ordinal)
        .Replace("netstat -", "minato netstat -", StringComparison.Ordinal);
}
