using System;
using Minato.Cli.Doors.Netstat;
using Minato.Cli.Doors.Ss;
using Minato.Filter;

namespace Minato.Cli.Verbs;

/// <summary>One thing that <c>minato help</c> can be asked about, and what prints the answer.</summary>
internal readonly record struct HelpTopic(string Name, Func<int> Print);

/// <summary><c>minato help [TOPIC]</c>.</summary>
internal static class HelpVerb
{
    private static readonly HelpTopic[] s_topics =
    [
        new("ss", static () => SsDoor.Run("minato ss", ["--help"])),
        new("netstat", static () => NetstatDoor.Run("minato netstat", ["--help"])),
        new("link", static () => Print(LinkVerb.Help)),
        new("shell", static () => Print(ShellVerb.Help)),
        new("help", static () => Print("minato help [ss|netstat|link|shell] says what can be typed.")),
        new("version", static () => Print("minato version names this version and the .NET inside it.")),
    ];

    internal const string Overview = """
        minato shows every socket of this machine: which are open, in which state,
        who is at the other end, and which process owns them.

        What is open here?
          minato                   ports that wait for someone, and who owns them
          minato ss -tuln          TCP and UDP ports, everything as a number
          sudo minato ss -tulnp    with the owners of every user's sockets
        Whom is this machine talking to?
          minato ss -tan           every TCP connection and its state
          minato netstat -an       the same, as netstat writes it
        Who holds port 3000?
          sudo minato ss -tulnp | grep :3000
        How do I go on typing ss and netstat?
          minato shell             a shell where both are this program; installs nothing
          minato link              from now on, everywhere
        What else can I type?
          minato help ss           each option of ss; likewise: help netstat,
                                   help link, help shell
          minato version           which minato this is
        """;

    public static ReadOnlySpan<HelpTopic> Topics => s_topics;

    internal static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length > 1) return VerbMessage.WrongUse("help", $"takes one word, but \"{args[1]}\" came after \"{args[0]}\"");
        if (args.Length == 0) return Print(Overview);
        foreach (HelpTopic topic in s_topics)
        {
            if (topic.Name == args[0]) return topic.Print();
        }

        return UnknownTopic(args[0]);
    }

    private static int Print(string text)
    {
        VerbMessage.Print(text);
        return VerbMessage.Printed();
    }

    private static int UnknownTopic(string word)
    {
        string[] names = Array.ConvertAll(s_topics, static topic => topic.Name);
        string? meant = NearestWord.Of(word, names);
        VerbMessage.Warn($"minato help: knows nothing about \"{word}\"");
        VerbMessage.Warn(meant is null ? "Type: minato help" : $"Did you mean: minato help {meant}");
        return ExitCode.Usage;
    }
}
