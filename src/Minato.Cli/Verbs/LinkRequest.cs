using System;
using Minato.Filter;

namespace Minato.Cli.Verbs;

/// <summary>What was typed after <c>minato link</c>.</summary>
internal sealed class LinkRequest
{
    public bool Ss { get; private set; }

    public bool Netstat { get; private set; }

    public bool Undo { get; private set; }

    public bool Help { get; private set; }

    /// <summary>The name of the link that carries the choice of exactness, or null when none was asked for.</summary>
    public string? ExactLink { get; private set; }

    public string? Folder { get; private set; }

    /// <summary>Gives null and a request, or what is wrong with the words.</summary>
    public static string? Read(ReadOnlySpan<string> args, out LinkRequest request)
    {
        request = new LinkRequest();
        for (int i = 0; i < args.Length; i++)
        {
            string? problem = args[i] == "--dir"
                ? request.TakeFolder(++i < args.Length ? args[i] : "")
                : request.TakeWord(args[i]);
            if (problem is not null) return problem;
        }

        return request.Settle();
    }

    private string? TakeWord(string word)
    {
        switch (word)
        {
            case "ss":
                Ss = true;
                return null;
            case "netstat":
                Netstat = true;
                return null;
            case "--undo":
                Undo = true;
                return null;
            case "-h" or "--help":
                Help = true;
                return null;
            case "--exact":
                ExactLink = ExactName.Newest;
                return null;
        }

        if (word.StartsWith("--dir=", StringComparison.Ordinal)) return TakeFolder(word["--dir=".Length..]);
        if (word.StartsWith("--exact=", StringComparison.Ordinal)) return TakeRelease(word["--exact=".Length..]);
        if (ExactName.TryGet(word, out _)) return $"links ss or netstat; a release of ss is written --exact={word}";
        if (!word.StartsWith('-')) return $"links ss or netstat, not \"{word}\"";
        string? meant = NearestWord.Of(word, ["--exact", "--dir", "--undo", "--help"]);
        return $"has no option {word}" + (meant is null ? "" : $"; did you mean {meant}?");
    }

    private string? TakeFolder(string folder)
    {
        if (folder.Length == 0) return "--dir needs a directory: --dir /usr/local/bin";
        Folder = folder;
        return null;
    }

    private string? TakeRelease(string release)
    {
        if (!ExactName.TryGet(release, out string? link))
            return $"--exact knows no release \"{release}\"; there are {ExactName.Releases}";
        ExactLink = link;
        return null;
    }

    private string? Settle()
    {
        if (ExactLink is not null && Undo) return "--undo removes every link of ours, exact or not: leave --exact out";
        if (ExactLink is not null && Netstat && !Ss) return "--exact is about ss, and only netstat was named";
        if (!Ss && !Netstat) Ss = Netstat = true;
        return null;
    }
}
