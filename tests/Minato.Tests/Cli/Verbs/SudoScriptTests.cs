using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.Versioning;
using Minato.Cli.Verbs;

namespace Minato.Tests.Cli.Verbs;

/// <summary>The script beside a stand-in for the real sudo that says what it was given.</summary>
[Collection("Scripts")]
[UnsupportedOSPlatform("windows")]
public sealed class SudoScriptTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly string _ours;
    private readonly string _real;

    public SudoScriptTests()
    {
        _ours = Path.GetDirectoryName(_scratch.AddProgram("ours/sudo", SudoScript.Text))!;
        _real = Path.GetDirectoryName(_scratch.AddProgram("real/sudo", "#!/bin/sh\nprintf '<%s>' \"$@\"\n"))!;
    }

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("ss")]
    [InlineData("netstat")]
    [InlineData("minato")]
    public void A_name_of_ours_becomes_a_full_path(string name) =>
        Assert.Equal($"<{_ours}/{name}><-tulnp>", Run(PathWithReal, name, "-tulnp"));

    [Fact]
    public void Another_command_is_passed_as_typed() => Assert.Equal("<ls><a b><*>", Run(PathWithReal, "ls", "a b", "*"));

    [Fact]
    public void Flags_without_a_value_may_come_first() =>
        Assert.Equal($"<-n><-E><{_ours}/ss><-n>", Run(PathWithReal, "-n", "-E", "ss", "-n"));

    [Fact]
    public void Another_user_keeps_the_command_as_typed() => Assert.Equal("<-u><hana><ss>", Run(PathWithReal, "-u", "hana", "ss"));

    [Fact]
    public void The_real_sudo_is_looked_for_behind_the_last_mention_of_the_directory() =>
        Assert.Equal("<ls>", Run($"{_ours}:/nowhere:{_ours}:{_real}:/usr/bin:/bin", "ls"));

    [Fact]
    public void One_shell_inside_another_ends_at_the_real_sudo()
    {
        string outer = Path.GetDirectoryName(_scratch.AddProgram("outer/sudo", SudoScript.Text))!;
        Assert.Equal($"<{_ours}/ss>", Run($"{_ours}:{outer}:{_real}:/usr/bin:/bin", "ss"));
    }

    [Fact]
    public void Without_sudo_root_needs_none()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root");
        _scratch.AddProgram("ours/ss", "#!/bin/sh\necho \"ours $*\"\n");
        Assert.Equal("ours -tln\n", Run(PathWithoutReal, "-n", "ss", "-tln"));
    }

    [Fact]
    public void Without_sudo_an_option_of_sudo_cannot_be_kept_and_the_code_is_127()
    {
        Assert.Equal("", Run(PathWithoutReal, out int code, out string errors, "-u", "hana", "ss"));
        Assert.Equal(127, code);
        Assert.StartsWith("minato shell: there is no sudo on PATH", errors, StringComparison.Ordinal);
    }

    private string PathWithReal => $"{_ours}:{_real}:/usr/bin:/bin";

    // Only what the script itself needs: `id`.
    private string PathWithoutReal
    {
        get
        {
            string tools = Directory.CreateDirectory(Path.Join(_scratch.Path, "tools")).FullName;
            File.CreateSymbolicLink(Path.Join(tools, "id"), "/usr/bin/id");
            return $"{_ours}:{tools}";
        }
    }

    private string Run(string path, params string[] words)
    {
        string output = Run(path, out int code, out string errors, words);
        Assert.True(code == 0 && errors.Length == 0, $"exit code {code}: {errors}");
        return output;
    }

    private string Run(string path, out int code, out string errors, params string[] words)
    {
        ProcessStartInfo start = new(Path.Join(_ours, "sudo"), words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = path;
        using Process sudo = Process.Start(start)!;
        string output = sudo.StandardOutput.ReadToEnd();
        errors = sudo.StandardError.ReadToEnd();
        Assert.True(sudo.WaitForExit(TimeSpan.FromSeconds(10)), "sudo did not end");
        code = sudo.ExitCode;
        return output;
    }
}
