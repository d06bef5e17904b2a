using System;
using System.Linq;
using CsCheck;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Windows;

namespace Minato.Tests.Doors.Netstat.Windows;

public sealed class WindowsArgsPropertyTests
{
    private const string Letters = "abefinoqtABEFINOQT";

    private static readonly string[] Some = ["-p", "tcp", "--interval", "--dialect=windows", "--help", "5", "-5", "1e9", "--", "/"];

    private static readonly Gen<string[]> AnyWords = Gen.OneOf(
        Gen.String[Gen.Char["-/abpsxyzP?05 é\u001b=t"], 0, 6],
        Gen.Int[0, Some.Length - 1].Select(index => Some[index]))
        .Array[0, 6];

    [Fact]
    public void Whatever_is_typed_is_taken_or_refused_at_a_place_of_the_line() => AnyWords.Sample(words =>
    {
        WindowsArgs? args = WindowsArgs.Parse(words, out UsageError? error);

        Assert.Equal(args is null, error is not null);
        if (error is null) return;
        Assert.InRange(error.Word, 0, words.Length - 1);
        Assert.InRange(error.Column, 0, words[error.Word].Length);
        Assert.Contains("^\n", error.Describe("netstat", words), StringComparison.Ordinal);
    });

    [Fact]
    public void However_letters_are_bundled_they_mean_the_same() => Gen.Select(Gen.Char[Letters].Array[1, 8], Gen.Bool.Array[8], Gen.Bool.Array[8]).Sample((letters, breaks, slashes) =>
    {
        string line = "";
        for (int i = 0; i < letters.Length; i++)
        {
            if (i == 0 || breaks[i]) line += " " + (slashes[i] ? '/' : '-');
            line += letters[i];
        }

        string plain = string.Join(' ', letters.Select(letter => "-" + char.ToLowerInvariant(letter)));
        Assert.Equal(Describe(plain), Describe(line));
    });

    private static string Describe(string line)
    {
        WindowsArgs? args = WindowsArgs.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out UsageError? error);
        return args is null ? error!.Problem : string.Join(' ', Enum.GetValues<WindowsOption>().Where(args.Has));
    }
}
