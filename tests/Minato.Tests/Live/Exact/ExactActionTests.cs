using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Minato.Tests.Live.Exact;

/// <summary>What ss does and not only shows: each program acts in a scene of its own, so rows come in another order.</summary>
public sealed class ExactActionTests : LiveTest
{
    // What is left of a closed socket whose owner still has it is chance: its port, its queues.
    private static readonly string[] Kills =
    [
        "-Kn src 127.0.0.13:4001", "-Ktn state established dst 127.0.0.12:4000", "-Kun dport = :53", "-KHn6 sport = :6001", "-Ktn state listening sport = :22",
        "-Kn dst 127.0.0.15:7000", "-Kn sport = :1", "-tan state established", "-tln", "-uan", "-Mn",
    ];

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void The_same_sockets_are_closed_and_shown(string release)
    {
        string original = Oracles.Of(release);
        string minato = ExactMinato.As(release);

        Assert.Equal(KillAll(original).Split('\n'), KillAll(minato).Split('\n'));
    }

    [Theory]
    [InlineData("6.1", "-Etn")]
    [InlineData("6.15", "-EtnH")]
    [InlineData("7.3", "-Etuna")]
    public void The_same_ends_of_sockets_are_told_at_once(string release, string options)
    {
        string original = Oracles.Of(release);
        string minato = ExactMinato.As(release);

        string told = Watch(original, options);

        Assert.Contains("127.0.0.13", told, StringComparison.Ordinal);
        Assert.Equal(told.Split('\n'), Watch(minato, options).Split('\n'));
    }

    [Theory]
    [InlineData("6.1")]
    [InlineData("6.15")]
    [InlineData("7.3")]
    public void A_dump_of_Minato_is_what_the_original_would_have_written(string release)
    {
        string original = Oracles.Of(release);
        string minato = ExactMinato.As(release);
        using Sandbox sandbox = Sandbox.Stage("exact");

        Outcome outcome = sandbox.Type(
            // A second of age keeps the counters of both dumps at four digits.
            $"sleep 1.2; {original} -taeoim --tos -D /run/theirs; {minato} -taeoim --tos -D /run/ours; cd /run;"
            + $"for read in '{original}' '{minato}'; do for dump in theirs ours; do TCPDIAG_FILE=/run/$dump $read -taneoi >$dump.text; done; cat theirs.text; echo; echo; cat ours.text; echo; echo; done");

        string[] texts = Encoding.Latin1.GetString(Masks.Cover(outcome.OutputBytes)).Split("\n\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, texts.Length);
        Assert.All(texts, text => Assert.Equal(texts[0], text));
    }

    private static string KillAll(string program)
    {
        using Sandbox sandbox = Sandbox.Stage("exact");
        StringBuilder all = new();
        foreach (string words in Kills)
        {
            Outcome outcome = sandbox.Type($"{program} {words}");
            all.AppendLine(CultureInfo.InvariantCulture, $"$ {words}\n{Sorted(outcome.Output)}= {outcome.ExitCode}");
        }

        return all.ToString();
    }

    /// <summary>
    /// On a terminal, where 6.1 too writes each line when it has it. How wide its columns are depends on how many ends came
    /// together, so blanks count as one.
    /// </summary>
    private static string Watch(string program, string options)
    {
        using Sandbox sandbox = Sandbox.Stage("exact");
        int victim = sandbox.Pid("a(b)c");
        Outcome outcome = sandbox.Type($"timeout 2 {Workshop.Compiled("pty")} 120 {program} {options} & sleep 0.7; kill -9 {victim}; wait");
        return Sorted(string.Join('\n', outcome.Lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))));
    }

    // The last row has not the blanks of the others, and which one is last is chance.
    private static string Sorted(string output) =>
        string.Concat(output.Split('\n').Select(line => line.TrimEnd(' ') + "\n").Order(StringComparer.Ordinal));
}
