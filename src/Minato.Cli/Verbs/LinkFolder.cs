using System;
using System.Collections.Generic;
using System.IO;
using Minato.Cli.Terminal;

namespace Minato.Cli.Verbs;

/// <summary>A symbolic link to be: its name in the folder, and the text it holds.</summary>
internal readonly record struct Link(string Name, string Target);

/// <summary>
/// A directory with links to this program. A link counts as ours when its text names the program, or a
/// <c>minato-exact</c> link beside it that does; nothing else is ever replaced or removed.
/// </summary>
internal sealed class LinkFolder(string folder, string program)
{
    private static readonly StringComparison s_pathComparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public string PathOf(string name) => Path.Join(folder, name);

    /// <summary>What stands where a link of ours would go, or null when nothing does but such a link.</summary>
    public string? InTheWay(string name)
    {
        string path = PathOf(name);
        if (IsOurs(name)) return null;
        if (SymbolicLink.TargetOf(path) is { } target) return $"{path} is a link to {target}";
        if (Directory.Exists(path)) return $"{path} is a directory";
        return File.Exists(path) ? $"{path} is a file that minato did not make" : null;
    }

    public bool IsOurs(string name)
    {
        if (TargetOf(name) is not { } target) return false;
        if (string.Equals(target, program, s_pathComparison)) return true;
        string beside = Path.GetFileName(target);
        return ExactName.Is(beside)
            && string.Equals(target, Path.GetFullPath(PathOf(beside)), s_pathComparison)
            && string.Equals(TargetOf(beside), program, s_pathComparison);
    }

    /// <summary>False when the very same link is there already.</summary>
    public bool Make(Link link)
    {
        string path = PathOf(link.Name);
        string? present = SymbolicLink.TargetOf(path);
        if (string.Equals(present, link.Target, s_pathComparison)) return false;

        // IsOurs was asked for all links before; what appeared since then makes the next line fail, not disappear.
        if (present is not null && IsOurs(link.Name)) File.Delete(path);
        SymbolicLink.Create(path, link.Target);
        return true;
    }

    /// <summary>False when there is no such link of ours.</summary>
    public bool Remove(string name)
    {
        if (!IsOurs(name)) return false;
        File.Delete(PathOf(name));
        return true;
    }

    /// <summary>The exact links of ours, but for <paramref name="needed"/>.</summary>
    public List<string> ExactLinks(string? needed = null)
    {
        List<string> names = [];
        foreach (string name in ExactName.All)
        {
            if (name != needed && IsOurs(name)) names.Add(name);
        }

        return names;
    }

    private string? TargetOf(string name) =>
        SymbolicLink.TargetOf(PathOf(name)) is { } target ? Path.GetFullPath(target, Path.GetFullPath(folder)) : null;
}
