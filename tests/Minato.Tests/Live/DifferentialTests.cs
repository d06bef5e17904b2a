using System;
using System.IO;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>The installed ss and netstat are asked the same question at the same moment.</summary>
public sealed class DifferentialTests(LessonScene scene) : LessonSceneTest(scene)
{
    [Theory]
    [InlineData("-tan")]
    [InlineData("-tn")]
    [InlineData("-tln")]
    [InlineData("-tuln")]
    [InlineData("-uan")]
    [InlineData("-un")]
    [InlineData("-wan")]
    [InlineData("-xan")]
    [InlineData("-xln")]
    [InlineData("-tuwxan")]
    [InlineData("-an4")]
    [InlineData("-tan6")]
    [InlineData("-tanp")]
    [InlineData("-uanp")]
    [InlineData("-xanp")]
    [InlineData("-tane")]
    [InlineData("-uane")]
    [InlineData("-xane")]
    [InlineData("-tano")]
    [InlineData("-tanepo")]
    [InlineData("-tl")]
    [InlineData("-ltn")]
    [InlineData("-t -a -n -p")]
    [InlineData("--tcp --all --numeric --processes")]
    public void Minato_shows_the_rows_that_ss_shows(string options)
    {
        var original = Ask("/usr/bin/ss", options);

        // Newer releases of ss let half-open connections into their default list by the kernel's second number for them.
        bool isDefaultList = !options.Contains('a') && !options.Contains('l');
        var minato = Sandbox.Type(FrontDoor.Link, $"ss {options}").Succeeded();

        Rows.AreExactly(
            original.Lines.Skip(1).Select(ComparableRows.InLessonWords).Select(ComparableRows.Timeless)
                .Where(row => !isDefaultList || !row.StartsWith("SYN_RECV", StringComparison.Ordinal)),
            minato.Lines.Skip(1).Select(ComparableRows.Timeless));
    }

    [Theory]
    [InlineData("-tan")]
    [InlineData("-tuln")]
    [InlineData("-an")]
    [InlineData("-tn")]
    [InlineData("-xan")]
    [InlineData("-tanp")]
    [InlineData("-xlp")]
    [InlineData("-tane")]
    [InlineData("-uane")]
    [InlineData("-tano")]
    [InlineData("-tanW")]
    [InlineData("-waneop")]
    public void Minato_shows_the_rows_that_netstat_shows(string options)
    {
        var original = Ask("/usr/bin/netstat", options).Lines.Select(ComparableRows.Timeless).ToArray();

        // netstat itself reads /proc, so nothing of it may be missing there.
        (string, string)?[] sources = [null, ("MINATO_SOURCE", "proc")];
        foreach (var source in sources)
        {
            var minato = Sandbox.Type(FrontDoor.Link, $"netstat {options}", source).Succeeded();
            Rows.AreExactly(original, minato.Lines.Select(ComparableRows.Timeless));
        }
    }

    [Theory]
    [InlineData("ss", "--no-such-option")]
    [InlineData("ss", "-tanJ")]
    [InlineData("netstat", "--no-such-option")]
    [InlineData("netstat", "-tanJ")]
    public void An_unknown_option_has_the_originals_exit_code(string tool, string options)
    {
        var original = Ask($"/usr/bin/{tool}", options, succeeds: false);
        var minato = Sandbox.Type(FrontDoor.Link, $"{tool} {options}");

        Assert.Equal(original.ExitCode, minato.ExitCode);
    }

    private Outcome Ask(string tool, string options, bool succeeds = true)
    {
        Assert.SkipUnless(File.Exists(tool), $"{tool} is not installed");
        var outcome = Sandbox.Type($"{tool} {options}");
        Assert.Equal(succeeds, outcome.ExitCode == 0);
        return outcome;
    }
}
