using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.Tests.Architecture;
using Minato.Tests.Cli.Verbs;

namespace Minato.Tests.Aot;

/// <summary><c>netstat --from</c>: saved and pasted tables, and files that are none.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrintedTableTests : IDisposable
{
    private readonly ScratchDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("--dialect linux", 0, "tcp        -      - 0.0.0.0:8080            0.0.0.0:*               LISTEN     ")]
    [InlineData("--dialect windows -o", 0, "  TCP    0.0.0.0:8080           0.0.0.0:0              LISTENING       5512")]
    [InlineData("--dialect macos", 0, "tcp4       -      -  *.8080                 *.*                    LISTEN     ")]
    public void A_table_that_PowerShell_saved_is_shown_in_any_dialect(string options, int code, string line)
    {
        Typed typed = From("windows-de-utf16", options);

        Assert.Equal(code, typed.Code);
        Assert.True(Array.IndexOf(typed.Output.Split('\n'), line) > 0, typed.Output);
        Assert.Empty(typed.Errors);
    }

    [Fact]
    public void A_table_is_read_from_standard_input_too() =>
        Assert.Equal(From("linux-anp", "-p"), Typed.In(_home.Path, "minato netstat -p --from - < " + Fixture("linux-anp")));

    [Theory]
    [InlineData("-t", 5)]
    [InlineData("-u", 2)]
    [InlineData("-w", 1)]
    [InlineData("-lt", 3)]
    [InlineData("-4tu", 3)]
    [InlineData("-x", 4)]
    [InlineData("-tuwx", 12)]
    [InlineData("", 12)]
    [InlineData("-a", 12)]
    [InlineData("--dialect windows", 7)]
    [InlineData("--dialect windows -p tcpv6", 3)]
    [InlineData("--dialect windows -p udp", 1)]
    [InlineData("--dialect macos -p udp", 2)]
    [InlineData("--dialect macos -f unix", 4)]
    public void Options_choose_among_the_rows(string options, int rows)
    {
        Typed typed = From("linux-anp", options);

        Assert.Equal(0, typed.Code);
        Assert.Equal(rows, Array.FindAll(typed.Output.Split('\n'), IsRow).Length);
    }

    [Fact]
    public void Each_listing_of_a_repeated_one_has_its_heading()
    {
        Typed typed = From("windows-interval", "--dialect windows");

        Assert.Equal(2, typed.Output.Split("Active Connections").Length - 1);
        Assert.Empty(typed.Errors);
    }

    [Fact]
    public void What_was_not_understood_is_said_once_with_its_line()
    {
        Typed typed = From("paste", "-t");

        Assert.Equal(0, typed.Code);
        Assert.Equal("minato netstat: " + Fixture("paste") + ": 3 lines were not understood, line 1 is the first\n", typed.Errors);
    }

    [Theory]
    [InlineData("none", "none cannot be read: no such file")]
    [InlineData(".", ". is a folder")]
    [InlineData("empty", "empty is empty: expected what netstat")]
    [InlineData("binary", "binary is no text")]
    [InlineData("prose", "prose has no table of sockets: expected what netstat of Windows, macOS or Linux prints, or ss (line 1 was not understood)")]
    [InlineData("/dev/null", "/dev/null is empty")]
    [InlineData("/dev/zero", "/dev/zero is no text")]
    [InlineData("- < /dev/null", "standard input is empty")]
    [InlineData("linux --interval 1", "--from and a listing that repeats exclude each other")]
    [InlineData("linux -c", "--from and a listing that repeats exclude each other")]
    [InlineData("linux --dialect windows 5", "--from and a listing that repeats exclude each other")]
    [InlineData("linux --dialect macos -w 5", "--from and a listing that repeats exclude each other")]
    [InlineData("linux --dialect windows -e", "--from shows sockets alone")]
    [InlineData("linux --dialect macos -s", "--from shows sockets alone")]
    [InlineData("linux -r", "--from shows sockets alone")]
    [InlineData("linux -tg", "--from shows sockets alone")]
    public void What_is_no_table_is_one_line_and_an_error(string words, string problem)
    {
        File.WriteAllText(Path.Combine(_home.Path, "empty"), "");
        File.WriteAllBytes(Path.Combine(_home.Path, "binary"), [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 1, 0, (byte)'\n']);
        File.WriteAllText(Path.Combine(_home.Path, "prose"), "Nothing here.\n");
        File.Copy(Fixture("linux-anp"), Path.Combine(_home.Path, "linux"));
        Typed typed = Typed.In(_home.Path, "minato netstat --from " + words);

        Assert.Equal((1, ""), (typed.Code, typed.Output));
        Assert.Single(typed.Errors.TrimEnd('\n').Split('\n'));
        Assert.Contains(problem, typed.Errors, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The heap may have 32 MiB; these rows would need as much again and more.</summary>
    [Fact]
    public void A_paste_larger_than_the_heap_is_shown_whole()
    {
        const int Rows = 300_000;
        using (StreamWriter file = new(Path.Combine(_home.Path, "large")))
        {
            for (int i = 0; i < Rows; i++)
                file.Write($"tcp        0      0 10.0.{i >> 8 & 0xFF}.{i & 0xFF}:{i % 60_000 + 1,-11} 192.0.2.1:443           ESTABLISHED {i % 30_000 + 1}/prog{i % 50}\n");
        }

        Assert.Equal(new Typed(0, Rows + "\n", ""), Typed.In(_home.Path, "minato netstat -tp --from large | grep -c ^tcp"));
    }

    [Fact]
    public void Escape_sequences_of_a_hostile_paste_do_not_reach_the_terminal()
    {
        File.WriteAllText(Path.Combine(_home.Path, "evil"), "tcp 0 0 a\e[2J:22 0.0.0.0:* LISTEN 12/\e]0;x\a\nunix 2 [ ACC ] STREAM LISTENING 5        /x\u202Ey\n");
        Typed typed = Typed.In(_home.Path, "minato netstat -p --from evil");

        Assert.Equal(0, typed.Code);
        Assert.DoesNotContain('\e', typed.Output);
        Assert.DoesNotContain('\u202E', typed.Output);
        Assert.Contains("a\\x1b[2J:22", typed.Output, StringComparison.Ordinal);
    }

    private static string Fixture(string name) => Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Reading", name + ".txt");

    private Typed From(string name, string options) => Typed.In(_home.Path, "minato netstat " + options + " --from " + Fixture(name));

    private static bool IsRow(string line) =>
        line.StartsWith("tcp", StringComparison.Ordinal) || line.StartsWith("udp", StringComparison.Ordinal) || line.StartsWith("raw", StringComparison.Ordinal)
        || line.StartsWith("unix", StringComparison.Ordinal) || line.StartsWith("  TCP", StringComparison.Ordinal) || line.StartsWith("  UDP", StringComparison.Ordinal)
        || line.Contains(" stream ", StringComparison.Ordinal) || line.Contains(" dgram ", StringComparison.Ordinal) || line.Contains(" seqpac ", StringComparison.Ordinal);
}
