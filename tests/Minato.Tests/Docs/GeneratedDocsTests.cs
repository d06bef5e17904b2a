using System;
using System.Collections.Generic;
using System.IO;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Ss;
using Minato.Tests.Architecture;
using Minato.Tests.Live;

namespace Minato.Tests.Docs;

/// <summary>The committed man page and completions are what the option tables give. With MINATO_UPDATE_GOLDEN=1 (eng/docs) they are written anew.</summary>
public sealed class GeneratedDocsTests
{
    private const string ManPage = "docs/man/minato-ss.1";
    private const string NetstatPage = "docs/man/minato-netstat.1";
    private const string Bash = "docs/completions/minato.bash";

    private static readonly Dictionary<string, Func<string>> Generators = new(StringComparer.Ordinal)
    {
        [ManPage] = SsManPage.Generate,
        [NetstatPage] = NetstatManPage.Generate,
        [Bash] = BashCompletion.Generate,
        ["docs/completions/_minato"] = ZshCompletion.Generate,
        ["docs/completions/minato.fish"] = FishCompletion.Generate,
    };

    public static TheoryData<string> Files => [.. Generators.Keys];

    [Theory, MemberData(nameof(Files))]
    public void The_committed_file_is_what_the_tables_give(string file)
    {
        string path = Path.Combine(SourceTree.Root, file);
        string text = Generators[file]();
        if (Environment.GetEnvironmentVariable("MINATO_UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }

    [Fact]
    public void Every_long_option_is_in_each_of_them()
    {
        foreach (OptionSpec option in SsOptions.Table)
        {
            if (option.Help is null) continue;
            Assert.Contains("\\-\\-" + option.Long!.Replace("-", "\\-", StringComparison.Ordinal), Generators[ManPage](), StringComparison.Ordinal);
            Assert.Contains("--" + option.Long, Generators[Bash](), StringComparison.Ordinal);
            Assert.Contains("--" + option.Long, ZshCompletion.Generate(), StringComparison.Ordinal);
            Assert.Contains("-l " + option.Long + " ", FishCompletion.Generate(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ManPage, "/usr/bin/groff", "-man", "-ww", "-z")]
    [InlineData(ManPage, "/usr/bin/mandoc", "-Tlint", "-W", "warning")]
    [InlineData(NetstatPage, "/usr/bin/groff", "-man", "-ww", "-z")]
    [InlineData(NetstatPage, "/usr/bin/mandoc", "-Tlint", "-W", "warning")]
    public void The_man_page_has_no_fault_of_form(string page, string tool, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(tool), tool + " is not installed");
        Outcome outcome = Run([tool, .. arguments, Path.Combine(SourceTree.Root, page)]);

        Assert.Equal("", outcome.Output + outcome.Errors);
        Assert.Equal(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("minato s", "ss|shell")]
    [InlineData("minato ss --nu", "--numeric")]
    [InlineData("minato ss --exact = 6", "6.1|6.15")]
    [InlineData("minato ss -A tcp,u_d", "")]
    [InlineData("minato ss -A tcp,unix_s", "tcp,unix_stream|tcp,unix_seqpacket")]
    [InlineData("minato ss -A tcp,!ne", "tcp,!netlink")]
    [InlineData("minato ss -f inet", "inet|inet6")]
    [InlineData("minato -tan --fam", "--family")]
    [InlineData("minato netstat --li", "--listening")]
    [InlineData("minato ss -tn dp", "dport")]
    [InlineData("minato help net", "netstat")]
    [InlineData("minato link ne", "netstat")]
    public void Bash_completes_what_was_begun(string typed, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is not installed");
        string[] words = typed.Split(' ');
        string script = $"source {Path.Combine(SourceTree.Root, Bash)}; COMP_WORDS=({string.Join(' ', Array.ConvertAll(words, word => "'" + word + "'"))}); " +
            $"COMP_CWORD={words.Length - 1}; _minato; IFS='|'; echo \"${{COMPREPLY[*]}}\"";

        Assert.Equal(expected, Run(["/bin/bash", "-c", script]).Output.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("/usr/bin/zsh", "docs/completions/_minato")]
    [InlineData("/usr/bin/fish", "docs/completions/minato.fish")]
    [InlineData("/bin/bash", Bash)]
    public void The_shell_reads_its_file_without_a_complaint(string shell, string file)
    {
        Assert.SkipUnless(File.Exists(shell), shell + " is not installed");
        Outcome outcome = Run([shell, "-n", Path.Combine(SourceTree.Root, file)]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    private static Outcome Run(string[] command) => Command.Run(command, [("PATH", "/usr/bin:/bin"), ("HOME", "/"), ("LC_ALL", "C.UTF-8")]);
}
