using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Cli.Verbs;

namespace Minato.Tests.Cli.Verbs;

public sealed class HelpVerbTests
{
    public static TheoryData<string> Screens => [HelpVerb.Overview, LinkVerb.Help, ShellVerb.Help];

    [Theory]
    [MemberData(nameof(Screens))]
    public void A_help_text_fits_a_screen_of_24_lines_and_80_columns(string text)
    {
        string[] lines = text.Split('\n');
        Assert.InRange(lines.Length, 1, 24);
        Assert.All(lines, static line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Every_verb_and_every_door_is_a_topic() =>
        Assert.Equal(FirstWords().Order(StringComparer.Ordinal), Topics().Order(StringComparer.Ordinal));

    [Fact]
    public void The_overview_names_every_first_word() => Assert.All(FirstWords(), static word =>
        Assert.Contains(word == "help" ? "minato help ss" : "minato " + word, HelpVerb.Overview, StringComparison.Ordinal));

    [Fact]
    public void The_overview_names_nothing_that_does_not_exist()
    {
        foreach (string line in HelpVerb.Overview.Split('\n'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int program = Array.IndexOf(words, "minato");
            bool isExample = line.StartsWith("  ", StringComparison.Ordinal) && program is 0 or 1;
            bool isBare = words.Length > program + 1 && words[program + 1] == "ports";
            if (isExample && !isBare) Assert.Contains(words[program + 1], FirstWords(), StringComparer.Ordinal);
        }
    }

    private static List<string> FirstWords()
    {
        List<string> words = [.. VerbTable.Doors];
        foreach (Verb verb in VerbTable.All) words.Add(verb.Name);
        return words;
    }

    private static List<string> Topics()
    {
        List<string> names = [];
        foreach (HelpTopic topic in HelpVerb.Topics) names.Add(topic.Name);
        return names;
    }
}
