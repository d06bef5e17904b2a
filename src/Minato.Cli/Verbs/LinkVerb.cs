using System;
using System.Collections.Generic;
using System.IO;
using Minato.Cli.Terminal;

namespace Minato.Cli.Verbs;

/// <summary><c>minato link</c>: puts this program in place under the names <c>ss</c> and <c>netstat</c>.</summary>
internal static class LinkVerb
{
    internal const string Help = """
        minato link [ss] [netstat] [--exact[=RELEASE]] [--dir DIR] [--undo]

        Makes symbolic links to this program, so that typing ss or netstat starts it.
        With neither named it makes both. What it did not make it never overwrites.

          --dir DIR          where to put them. Otherwise: /usr/local/bin as root,
                             ~/.local/bin for everyone else
          --exact[=RELEASE]  ss is to print byte for byte what ss of iproute2 prints:
                             newest, 6.1, 6.15, 7.3, or auto for the one on PATH.
                             The link keeps the choice behind sudo, cron and systemd.
          --undo             removes the links again, and nothing else

          sudo minato link                for every user, and for sudo ss
          minato link --dir ~/bin ss      one link, in a place of your own
          minato link --undo

        Exit code: 0 done, 2 wrong use, 4 something is in the way or was refused.
        """;

    internal static int Run(ReadOnlySpan<string> args)
    {
        if (LinkRequest.Read(args, out LinkRequest request) is { } problem) return VerbMessage.WrongUse("link", problem);
        if (request.Help) return HelpVerb.Run(["link"]);
        if (ThisProgram.Path is not { } program) return VerbMessage.Refused("link", ThisProgram.IsGone);
        if ((request.Folder ?? DefaultFolder()) is not { } folder)
            return VerbMessage.WrongUse("link", "no home directory is known; name a place with --dir DIR");
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            LinkFolder place = new(folder, program);
            if (request.Undo) return Undo(request, place, folder);
            if (request.Folder is null) Directory.CreateDirectory(folder);
            return Directory.Exists(folder)
                ? Make(request, place, folder, program)
                : VerbMessage.Refused("link", $"there is no directory {folder}. Type: mkdir -p '{folder}'");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return VerbMessage.Refused("link", $"cannot change {folder}: {VerbMessage.Reason(failure)}");
        }
    }

    private static int Make(LinkRequest request, LinkFolder place, string folder, string program)
    {
        List<Link> links = [];
        if (request.ExactLink is { } exact) links.Add(new Link(exact, program));
        if (request.Ss) links.Add(new Link(FileName("ss"), request.ExactLink ?? program));
        if (request.Netstat) links.Add(new Link(FileName("netstat"), program));

        // All or nothing: half a set of links is a puzzle.
        bool free = true;
        foreach (Link link in links)
        {
            if (place.InTheWay(link.Name) is not { } obstacle) continue;
            VerbMessage.Warn($"minato link: {obstacle}");
            free = false;
        }

        if (!free) return VerbMessage.Refused("link", "nothing was changed; move that away, or name another place with --dir DIR");
        foreach (Link link in links)
        {
            string already = place.Make(link) ? "" : " (there already)";
            VerbMessage.Print($"{place.PathOf(link.Name)} -> {link.Target}{already}");
        }

        if (request.Ss) RemoveExact(place, needed: request.ExactLink);
        Advise(request, folder, program);
        return VerbMessage.Printed();
    }

    private static int Undo(LinkRequest request, LinkFolder place, string folder)
    {
        bool any = false;
        foreach (string name in Names(request))
        {
            if (place.Remove(name))
            {
                VerbMessage.Print($"removed {place.PathOf(name)}");
                any = true;
            }
            else if (place.InTheWay(name) is { } other)
            {
                VerbMessage.Warn($"minato link: left alone: {other}");
            }
        }

        if (request.Ss && Directory.Exists(folder)) any |= RemoveExact(place, needed: null);
        if (!any) VerbMessage.Print($"no link of this program in {folder}");
        return VerbMessage.Printed();
    }

    private static bool RemoveExact(LinkFolder place, string? needed)
    {
        bool any = false;
        foreach (string name in place.ExactLinks(needed))
        {
            place.Remove(name);
            VerbMessage.Print($"removed {place.PathOf(name)}");
            any = true;
        }

        return any;
    }

    private static void Advise(LinkRequest request, string folder, string program)
    {
        PathSearch search = new(Environment.GetEnvironmentVariable("PATH"));
        foreach (string line in LinkAdvice.For(folder, program, Names(request).ToArray(), search)) VerbMessage.Warn("note: " + line);
        if (!CurrentUser.IsRoot && !OperatingSystem.IsWindows())
            VerbMessage.Warn($"note: sudo looks in system directories only; for sudo ss type: sudo {program} link");
    }

    private static List<string> Names(LinkRequest request)
    {
        List<string> names = [];
        if (request.Ss) names.Add(FileName("ss"));
        if (request.Netstat) names.Add(FileName("netstat"));
        return names;
    }

    private static string FileName(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private static string? DefaultFolder()
    {
        if (CurrentUser.IsRoot) return "/usr/local/bin";
        string? home = Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
        return string.IsNullOrEmpty(home) ? null : Path.Join(home, ".local", "bin");
    }
}
