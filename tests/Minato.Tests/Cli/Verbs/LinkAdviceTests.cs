using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Versioning;
using Minato.Cli.Verbs;

namespace Minato.Tests.Cli.Verbs;

[UnsupportedOSPlatform("windows")]
public sealed class LinkAdviceTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly string _program;
    private readonly string _ours;
    private readonly string _theirs;

    public LinkAdviceTests()
    {
        _program = _scratch.AddProgram("opt/minato");
        _theirs = Path.GetDirectoryName(_scratch.AddProgram("theirs/ss"))!;
        _ours = Directory.CreateDirectory(Path.Join(_scratch.Path, "ours")).FullName;
        File.CreateSymbolicLink(Path.Join(_ours, "ss"), _program);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Alone_on_PATH_there_is_nothing_to_say() => Assert.Empty(For(_ours));

    [Fact]
    public void Before_another_only_a_shell_that_remembers_needs_a_word() =>
        Assert.Contains("hash -r", Assert.Single(For($"{_ours}:{_theirs}")), StringComparison.Ordinal);

    [Fact]
    public void What_comes_before_is_named_with_the_line_to_type() => Assert.Equal(
        [$"{_theirs}/ss comes before {_ours}/ss on PATH and hides it", ExportLine],
        For($"{_theirs}:{_ours}"));

    [Fact]
    public void A_directory_outside_PATH_is_named_with_the_line_to_type() =>
        Assert.Equal([$"{_ours} is not on PATH", ExportLine], For(_theirs));

    [Fact]
    public void No_PATH_at_all_is_a_PATH_without_the_directory() => Assert.Equal([$"{_ours} is not on PATH", ExportLine], For(null));

    [Fact]
    public void Outside_PATH_with_a_link_of_ours_on_it_there_is_nothing_to_say()
    {
        string other = Directory.CreateDirectory(Path.Join(_scratch.Path, "other")).FullName;
        File.CreateSymbolicLink(Path.Join(other, "ss"), _program);
        Assert.Empty(For(other));
    }

    [Fact]
    public void A_file_that_cannot_be_run_hides_nothing()
    {
        File.SetUnixFileMode(Path.Join(_theirs, "ss"), UnixFileMode.UserRead);
        Assert.Empty(For($"{_theirs}:{_ours}"));
    }

    [Fact]
    public void The_same_directory_by_another_name_hides_nothing()
    {
        string alias = Path.Join(_scratch.Path, "alias");
        Directory.CreateSymbolicLink(alias, _ours);
        Assert.DoesNotContain(For($"{alias}:{_ours}"), static line => line.Contains("hides", StringComparison.Ordinal));
    }

    private string ExportLine => $"type, and keep in your shell's startup file: export PATH=\"{_ours}:$PATH\"";

    private List<string> For(string? path) => LinkAdvice.For(_ours, _program, ["ss"], new PathSearch(path));
}
