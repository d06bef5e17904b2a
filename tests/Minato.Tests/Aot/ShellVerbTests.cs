using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.Tests.Cli.Verbs;

namespace Minato.Tests.Aot;

[Collection("Scripts")]
[UnsupportedOSPlatform("windows")]
public sealed class ShellVerbTests : IDisposable
{
    private readonly ScratchDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void What_follows_the_verb_goes_to_the_shell() =>
        Assert.Equal(new Typed(0, "hello -c\n", ""), Type("minato shell -c 'echo hello $1' - -c"));

    [Fact]
    public void What_is_piped_in_goes_to_the_shell() => Assert.Equal(new Typed(0, "hello\n", ""), Type("echo 'echo hello' | minato shell"));

    [Fact]
    public void The_exit_code_of_the_shell_is_ours() => Assert.Equal(7, Type("minato shell -c 'exit 7'").Code);

    [Fact]
    public void A_shell_that_a_signal_ended_gives_128_and_its_number()
    {
        Assert.Equal(137, Type("minato shell -c 'kill -KILL $$'").Code);
        Assert.Empty(Leftovers());
    }

    [Theory]
    [InlineData("ss")]
    [InlineData("netstat")]
    [InlineData("minato")]
    [InlineData("sudo")]
    public void A_name_is_found_in_the_private_directory(string name) =>
        Assert.StartsWith($"{_home.Path}/minato-shell-", Type($"minato shell -c 'command -v {name}'").Output, StringComparison.Ordinal);

    [Fact]
    public void The_links_name_this_program() =>
        Assert.Equal(Typed.Program + "\n", Type("minato shell -c 'readlink -f \"$(command -v ss)\"'").Output);

    [Fact]
    public void The_directory_is_for_its_owner_alone() =>
        Assert.Equal("700\n", Type("minato shell -c 'stat -c %a \"${PATH%%:*}\"'").Output);

    [Fact]
    public void The_directory_is_gone_afterwards()
    {
        Assert.Equal(0, Type("minato shell -c true").Code);
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void What_the_user_put_into_the_directory_is_left_there_and_said()
    {
        Typed typed = Type("minato shell -c 'touch \"${PATH%%:*}/more\"'");
        Assert.Equal(0, typed.Code);
        Assert.Contains("could not remove", typed.Errors, StringComparison.Ordinal);
        Assert.Equal("more", Path.GetFileName(Assert.Single(Directory.GetFiles(Assert.Single(Leftovers())))));
    }

    [Fact]
    public void The_run_time_directory_is_taken_first()
    {
        string place = Directory.CreateDirectory(Path.Join(_home.Path, "run")).FullName;
        Typed typed = Type("minato shell -c 'command -v ss'", "XDG_RUNTIME_DIR=" + place);
        Assert.StartsWith(place + "/", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("relative")]
    [InlineData("/proc")]
    public void A_place_that_takes_no_directory_is_passed_over(string place) => Assert.StartsWith(
        _home.Path + "/", Type("minato shell -c 'command -v ss'", "XDG_RUNTIME_DIR=" + place).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("a:b")]
    [InlineData("it's")]
    public void A_place_that_PATH_or_a_shell_would_misread_is_passed_over(string name)
    {
        string place = Directory.CreateDirectory(Path.Join(_home.Path, name)).FullName;
        Typed typed = Type("minato shell -c 'command -v ss'", "XDG_RUNTIME_DIR=" + place);
        Assert.StartsWith($"{_home.Path}/minato-shell-", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupts_are_the_shells_business_and_end_nothing_here() => Assert.Equal(
        new Typed(0, "still here\n", ""), Type("minato shell -c 'kill -INT $PPID; kill -QUIT $PPID; sleep 0.2; echo still here'"));

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void A_wish_that_we_end_is_passed_on_to_the_shell(string signal)
    {
        Typed typed = Type($"minato shell -c 'trap \"kill \\$!; echo told; exit 9\" {signal}; sleep 5 & kill -{signal} $PPID; wait'");
        Assert.Equal("told\n", typed.Output);
        Assert.Equal(9, typed.Code);
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void A_signal_that_was_ignored_stays_ignored() =>
        Assert.Equal("survived\n", Type("trap '' HUP; minato shell -c 'kill -HUP $$; echo survived'").Output);

    [Fact]
    public void A_closed_pipe_ends_a_program_in_the_shell_quietly() =>
        Assert.Equal(new Typed(0, "y\n", ""), Type("minato shell -c 'yes | head -n 1'"));

    [Fact]
    public void A_parent_that_ignores_its_children_does_not_lose_the_exit_code() => Assert.Equal(
        3, Type("perl -e '$SIG{CHLD} = \"IGNORE\"; exec qw(minato shell -c), \"exit 3\"'").Code);

    [Fact]
    public void A_value_that_is_no_UTF8_reaches_the_shell_unharmed() => Assert.Equal(
        " 61 ff 62\n", Type("X=$(printf 'a\\377b') minato shell -c 'printf %s \"$X\"' | od -An -tx1").Output);

    [Fact]
    public void An_empty_SHELL_means_bin_sh() => Assert.Equal("/bin/sh\n", Type("minato shell -c 'echo $0'", "SHELL=").Output);

    [Fact]
    public void A_shell_that_cannot_be_started_is_named_with_what_to_type()
    {
        Assert.Equal(
            new Typed(4, "", "minato shell: cannot start /no/shell: No such file or directory. Type: SHELL=/bin/sh minato shell\n"),
            Type("minato shell", "SHELL=/no/shell"));
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void Startup_files_of_bash_cannot_hide_the_directory()
    {
        File.WriteAllText(Path.Join(_home.Path, ".bashrc"), "PATH=/usr/bin:/bin\necho mine is read\n");
        Typed typed = Type("echo 'command -v ss' | minato shell -i 2>/dev/null", "SHELL=/bin/bash");
        Assert.StartsWith($"mine is read\n{_home.Path}/minato-shell-", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_a_sudo_that_resets_PATH_the_names_are_still_ours()
    {
        _home.AddProgram("bin/sudo", "#!/bin/sh\nexec env -i PATH=/usr/bin:/bin \"$@\"\n");
        Assert.StartsWith("minato ", Type("minato shell -c 'sudo minato version'").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MINATO_EXACT=6.1", "ss utility, iproute2-6.1.0\n")]
    [InlineData("MINATO_EXACT=1", "ss utility, iproute2-7.3.0\n")]
    [InlineData("MINATO_EXACT=0", "minato ")]
    public void What_MINATO_EXACT_asks_holds_behind_sudo_too(string variable, string beginning)
    {
        _home.AddProgram("bin/sudo", "#!/bin/sh\nexec env -i PATH=/usr/bin:/bin \"$@\"\n");
        Assert.StartsWith(beginning, Type("minato shell -c 'sudo ss -V'", variable).Output, StringComparison.Ordinal);
        Assert.Empty(Leftovers());
    }

    [Fact]
    public void One_shell_inside_another_works_like_one() => Assert.Equal(5, Type("minato shell -c 'minato shell -c \"exit 5\"'").Code);

    [Fact]
    public void On_a_terminal_a_line_says_what_this_is_and_how_to_leave()
    {
        Typed typed = Type("(sleep 1; echo 'exit 3') | script -qec 'minato shell' /dev/null", "TERM=dumb");
        Assert.Contains("ss, netstat and sudo ss are Minato's here; exit or ^D ends it.", typed.Output, StringComparison.Ordinal);
        Assert.Equal(3, typed.Code);
    }

    private Typed Type(string line, params string[] variables) => Typed.In(_home.Path, line, ["SHELL=/bin/sh", .. variables]);

    private string[] Leftovers() => Directory.GetFileSystemEntries(_home.Path, "minato-shell-*");
}
