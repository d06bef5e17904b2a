using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.Tests.Cli.Verbs;

namespace Minato.Tests.Aot;

[UnsupportedOSPlatform("windows")]
public sealed class LinkVerbTests : IDisposable
{
    private readonly ScratchDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void A_link_starts_this_program_under_its_name() =>
        Assert.Contains("minato", Type("minato link --dir . 2>/dev/null >&2; ./ss --version").Output, StringComparison.Ordinal);

    [Fact]
    public void Without_a_name_both_are_linked() =>
        Assert.Equal($"{At("ss")} -> {Typed.Program}\n{At("netstat")} -> {Typed.Program}\n", Type("minato link --dir .").Output);

    [Fact]
    public void A_second_time_changes_nothing_and_says_so()
    {
        Type("minato link ss --dir .");
        Assert.Equal($"{At("ss")} -> {Typed.Program} (there already)\n", Type("minato link ss --dir .").Output);
    }

    [Fact]
    public void What_is_in_the_way_stops_everything()
    {
        File.WriteAllText(At("netstat"), "theirs");
        Typed typed = Type("minato link --dir .");
        Assert.Equal(4, typed.Code);
        Assert.Contains($"{At("netstat")} is a file that minato did not make", typed.Errors, StringComparison.Ordinal);
        Assert.False(Path.Exists(At("ss")));
        Assert.Equal("theirs", File.ReadAllText(At("netstat")));
    }

    [Fact]
    public void Exactness_is_a_link_between_the_name_and_the_program()
    {
        Typed typed = Type("minato link ss --exact=6.1 --dir .");
        Assert.Equal("minato-exact-6.1", TargetOf("ss"));
        Assert.Equal(Typed.Program, TargetOf("minato-exact-6.1"));
        Assert.DoesNotContain("exact", typed.Errors, StringComparison.Ordinal);
    }

    // As sudo, cron and systemd do.
    [Theory]
    [InlineData("--exact", "7.3.0")]
    [InlineData("--exact=newest", "7.3.0")]
    [InlineData("--exact=6.1", "6.1.0")]
    [InlineData("--exact=6.15", "6.15.0")]
    public void The_choice_outlives_the_environment(string option, string version) =>
        Assert.Equal($"ss utility, iproute2-{version}\n", Type($"minato link ss {option} --dir . >&2; env -i ./ss -V").Output);

    [Fact]
    public void Auto_is_the_release_of_the_ss_behind_ours()
    {
        string theirs = Path.Combine(_home.Path, "theirs");
        Directory.CreateDirectory(theirs);
        File.WriteAllText(theirs + "/ss", "#!/bin/sh\necho 'ss utility, iproute2-6.12.0'\n");
        Assert.Equal(
            "ss utility, iproute2-6.15.0\n",
            Type($"chmod +x theirs/ss; minato link ss --exact=auto --dir . >&2; env -i PATH=\"$PWD:$PWD/theirs\" ./ss -V").Output);
    }

    [Theory]
    [InlineData("exec sleep 60")]
    [InlineData("exit 0")]
    [InlineData("echo something else")]
    [InlineData("exec ./ss -V")]
    public void An_ss_that_does_not_say_which_it_is_leaves_the_newest(string does)
    {
        string theirs = Path.Combine(_home.Path, "theirs");
        Directory.CreateDirectory(theirs);
        File.WriteAllText(theirs + "/ss", "#!/bin/sh\n" + does + "\n");
        Assert.Equal(
            "ss utility, iproute2-7.3.0\n",
            Type($"chmod +x theirs/ss; minato link ss --exact=auto --dir . >&2; env -i PATH=\"$PWD:$PWD/theirs\" ./ss -V").Output);
    }

    [Fact]
    public void A_variable_takes_the_choice_of_the_link_back() =>
        Assert.StartsWith("minato ", Type("minato link ss --exact --dir . >&2; MINATO_EXACT=0 ./ss -V").Output, StringComparison.Ordinal);

    [Fact]
    public void Another_release_leaves_nothing_of_the_first()
    {
        Type("minato link ss --exact=6.1 --dir .; minato link ss --exact=7.3 --dir .");
        Assert.Equal("minato-exact-7.3", TargetOf("ss"));
        Assert.Null(TargetOf("minato-exact-6.1"));
    }

    [Fact]
    public void Undo_removes_every_link_and_nothing_else()
    {
        Type("minato link --exact --dir .");
        _home.AddProgram("other");
        Typed typed = Type("minato link --undo --dir .");
        Assert.Equal(0, typed.Code);
        Assert.Equal([At("other")], Directory.GetFileSystemEntries(_home.Path));
    }

    [Fact]
    public void Undo_of_one_name_leaves_the_other()
    {
        Type("minato link --dir .; minato link --undo ss --dir .");
        Assert.Null(TargetOf("ss"));
        Assert.Equal(Typed.Program, TargetOf("netstat"));
    }

    [Fact]
    public void Undo_leaves_alone_what_it_did_not_make_and_says_so()
    {
        File.CreateSymbolicLink(At("ss"), "/theirs\u001b[2J");
        Typed typed = Type("minato link --undo --dir .");
        Assert.Equal($"minato link: left alone: {At("ss")} is a link to /theirs\\x1b[2J\n", typed.Errors);
        Assert.Equal($"no link of this program in {_home.Path}\n", typed.Output);
        Assert.Equal("/theirs\u001b[2J", TargetOf("ss"));
    }

    [Fact]
    public void A_directory_that_was_named_is_not_invented() => Assert.Equal(
        new Typed(4, "", $"minato link: there is no directory {At("no")}. Type: mkdir -p '{At("no")}'\n"),
        Type("minato link --dir no"));

    [Fact]
    public void An_ordinary_user_gets_the_links_in_the_home_directory()
    {
        Typed typed = TypeAsNobody("./minato link ss");
        Assert.Equal($"{At(".local/bin/ss")} -> {At("minato")}\n", typed.Output);
        Assert.Contains($"for sudo ss type: sudo {At("minato")} link", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_of_someone_else_is_refused() => Assert.Equal(
        new Typed(4, "", "minato link: cannot change /usr: permission denied\n"), TypeAsNobody("./minato link --dir /usr"));

    private string At(string name) => Path.Join(_home.Path, name);

    private string? TargetOf(string name) => new FileInfo(At(name)).LinkTarget;

    private Typed Type(string line) => Typed.In(_home.Path, line);

    /// <summary>A copy of the program, because nobody may not be allowed to look where the program is.</summary>
    private Typed TypeAsNobody(string line)
    {
        const string drop = "chown -R 65534:65534 . && exec setpriv --reuid=65534 --regid=65534 --clear-groups";
        return Type($"cp '{Typed.Program}' minato && {(Environment.IsPrivilegedProcess ? drop : "exec")} {line}");
    }
}
