using System;
using CsCheck;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat;
using Minato.Cli.Doors.Netstat.MacOs;

namespace Minato.Tests.Doors.Netstat.MacOs;

public sealed class MacOsArgsPropertyTests
{
    private static readonly string[] Some =
        ["-an", "-anv", "-vv", "-f", "inet", "inet6", "unix", "-p", "tcp", "-w", "1", "0", "-I", "en0", "--", "--interval=1", "--dialect", "macos", "--from", "-", "-rn", "-L", "--help"];

    private static readonly Gen<string[]> AnyWords = Gen.OneOf(
        Gen.String[Gen.Char["-AabdfgiILlmnprsuvwW%z05 é\u001b=e"], 0, 6],
        Gen.Int[0, Some.Length - 1].Select(index => Some[index])).Array[0, 6];

    [Fact]
    public void Whatever_is_typed_is_taken_or_refused_at_a_place_of_the_line() => AnyWords.Sample(words =>
    {
        MacOsArgs? args = MacOsArgs.Parse(words, out UsageError? error);

        Assert.Equal(args is null, error is not null);
        if (args is not null)
        {
            _ = MacOsForeign.Describe(args);
            _ = MacOsModes.Of(args);
            _ = new MacOsRequest(args, NetstatDialect.MacOs);
            return;
        }

        Assert.InRange(error!.Word, 0, words.Length);
        if (error.Word < words.Length) Assert.InRange(error.Column, 0, words[error.Word].Length);
        Assert.Contains("^\n", error.Describe("netstat", words), StringComparison.Ordinal);
    });

    [Fact]
    public void However_letters_are_bundled_they_mean_the_same() => Gen.Select(Gen.Char["AabdlLnuvW"].Array[1, 8], Gen.Bool.Array[8]).Sample((letters, breaks) =>
    {
        string line = "-";
        for (int i = 0; i < letters.Length; i++) line += i > 0 && breaks[i] ? " -" + letters[i] : letters[i];
        MacOsArgs apart = MacOsArgs.Parse(Array.ConvertAll(letters, letter => "-" + letter), out _)!;
        MacOsArgs typed = MacOsArgs.Parse(line.Split(' '), out _)!;

        for (MacOsOption option = 0; option <= MacOsOption.Help; option++) Assert.Equal(apart.Count(option), typed.Count(option));
    });
}
