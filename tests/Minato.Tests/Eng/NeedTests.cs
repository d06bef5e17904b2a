using System;
using Minato.Tests.Live;

namespace Minato.Tests.Eng;

public sealed class NeedTests : IDisposable
{
    private const string Sdk = "curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0";

    private readonly Desk desk = new();

    [Fact]
    public void Root_gets_what_is_missing_after_the_command_was_shown()
    {
        User(0);
        desk.Program("apt-get", "echo \"$@\" >>\"$HOME/typed\"");

        Outcome outcome = Want("absent");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("minato: apt-get install -y --no-install-recommends absent\n", outcome.Errors);
        Assert.Equal("update -qq\ninstall -y --no-install-recommends absent -qq\n", desk.Read("typed"));
    }

    [Fact]
    public void What_is_there_is_not_installed()
    {
        User(0);
        desk.Program("apt-get", "echo \"$@\" >>\"$HOME/typed\"");
        desk.Program("present", "");

        Want("present").Succeeded();

        Assert.False(desk.Has("typed"));
    }

    [Fact]
    public void Without_leave_the_line_to_type_is_shown_and_nothing_is_done()
    {
        User(0);
        desk.Program("apt-get", "echo \"$@\" >>\"$HOME/typed\"");

        Outcome outcome = Want("absent", ("MINATO_NO_INSTALL", "1"));

        Assert.Equal(4, outcome.ExitCode);
        Assert.Equal("minato: this needs absent; type:  apt-get install -y --no-install-recommends absent\n", outcome.Errors);
        Assert.False(desk.Has("typed"));
    }

    [Fact]
    public void Another_user_is_shown_the_line_with_sudo()
    {
        User(1000);
        desk.Program("apt-get", "echo \"$@\" >>\"$HOME/typed\"");

        Outcome outcome = Want("absent");

        Assert.Equal(4, outcome.ExitCode);
        Assert.EndsWith("type:  sudo apt-get install -y --no-install-recommends absent\n", outcome.Errors, StringComparison.Ordinal);
        Assert.False(desk.Has("typed"));
    }

    [Fact]
    public void A_system_without_apt_is_told_what_is_missing()
    {
        User(0);

        Outcome outcome = Want("absent");

        Assert.Equal(4, outcome.ExitCode);
        Assert.Equal("minato: this needs packages (named as on Debian): absent\n", outcome.Errors);
    }

    [Fact]
    public void An_install_that_fails_ends_the_run()
    {
        User(0);
        desk.Program("apt-get", "exit 100");

        Outcome outcome = Want("absent");

        Assert.Equal(4, outcome.ExitCode);
        Assert.EndsWith("minato: the packages could not be installed: absent\n", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_SDK_is_installed_where_the_distribution_has_it()
    {
        User(0);
        desk.Program("apt-cache", "");
        desk.Program("apt-get", "echo \"$@\" >>\"$HOME/typed\"; : >\"$HOME/sdk\"");
        desk.Program("dotnet", "[ -e \"$HOME/sdk\" ]");
        Tools("readlink", "dirname");

        Outcome outcome = desk.Source("need", "need_sdk");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("install -y --no-install-recommends dotnet-sdk-10.0 -qq\n", desk.Read("typed"), StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_one_line_gets_the_SDK()
    {
        User(0);
        desk.Program("curl", "");

        Outcome outcome = desk.Source("need", "need_sdk");

        Assert.Equal(4, outcome.ExitCode);
        Assert.EndsWith($"; type:\n{Sdk}\n", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_SDK_that_this_line_installed_is_found_in_the_home_directory()
    {
        User(1000);
        Tools("readlink", "dirname");
        desk.Program("../.dotnet/dotnet", "");

        Outcome outcome = desk.Source("need", "need_sdk; echo \"${PATH%%:*}\"").Succeeded();

        Assert.EndsWith("/.dotnet\n", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => desk.Dispose();

    private Outcome Want(string command, params (string Name, string Value)[] variables) =>
        desk.Source("need", $"want {command} has {command}; install_missing", variables);

    private void User(int id) => desk.Program("id", "echo " + id);

    private void Tools(params string[] names)
    {
        foreach (string name in names) desk.Program(name, $"PATH=/usr/bin:/bin exec {name} \"$@\"");
    }
}
