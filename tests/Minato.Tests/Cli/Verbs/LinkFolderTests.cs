using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.Cli.Verbs;

namespace Minato.Tests.Cli.Verbs;

[UnsupportedOSPlatform("windows")]
public sealed class LinkFolderTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly string _program;
    private readonly LinkFolder _folder;

    public LinkFolderTests()
    {
        _program = _scratch.AddProgram("opt/minato");
        _folder = new LinkFolder(_scratch.Path, _program);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_link_to_the_program_is_made_once()
    {
        Assert.True(_folder.Make(new Link("ss", _program)));
        Assert.False(_folder.Make(new Link("ss", _program)));
        Assert.Equal(_program, TargetOf("ss"));
    }

    [Fact]
    public void A_link_to_the_program_is_ours()
    {
        File.CreateSymbolicLink(_folder.PathOf("ss"), "opt/minato");
        Assert.True(_folder.IsOurs("ss"));
    }

    [Fact]
    public void A_link_through_an_exact_link_of_ours_is_ours()
    {
        MakeExact();
        Assert.True(_folder.IsOurs("ss"));
        Assert.Null(_folder.InTheWay("ss"));
    }

    [Fact]
    public void A_link_through_an_exact_link_to_something_else_is_not_ours()
    {
        File.CreateSymbolicLink(_folder.PathOf("minato-exact"), "/bin/sh");
        File.CreateSymbolicLink(_folder.PathOf("ss"), "minato-exact");
        Assert.False(_folder.IsOurs("ss"));
    }

    [Fact]
    public void A_link_through_any_other_link_is_not_ours()
    {
        File.CreateSymbolicLink(_folder.PathOf("other"), _program);
        File.CreateSymbolicLink(_folder.PathOf("ss"), "other");
        Assert.False(_folder.IsOurs("ss"));
    }

    [Fact]
    public void Nothing_is_in_the_way_of_an_empty_place() => Assert.Null(_folder.InTheWay("ss"));

    [Fact]
    public void A_file_is_in_the_way()
    {
        File.WriteAllText(_folder.PathOf("ss"), "");
        Assert.EndsWith("/ss is a file that minato did not make", _folder.InTheWay("ss"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_is_in_the_way()
    {
        Directory.CreateDirectory(_folder.PathOf("ss"));
        Assert.EndsWith("/ss is a directory", _folder.InTheWay("ss"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_nowhere_is_in_the_way()
    {
        File.CreateSymbolicLink(_folder.PathOf("ss"), "/nowhere/ss");
        Assert.EndsWith("/ss is a link to /nowhere/ss", _folder.InTheWay("ss"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_itself_is_in_the_way()
    {
        File.CreateSymbolicLink(_folder.PathOf("minato-exact"), "minato-exact");
        Assert.EndsWith("/minato-exact is a link to minato-exact", _folder.InTheWay("minato-exact"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_came_after_the_check_is_not_overwritten()
    {
        File.WriteAllText(_folder.PathOf("ss"), "theirs");
        Assert.Throws<IOException>(() => _folder.Make(new Link("ss", _program)));
        Assert.Equal("theirs", File.ReadAllText(_folder.PathOf("ss")));
    }

    [Fact]
    public void A_link_of_ours_can_change_its_target()
    {
        MakeExact();
        Assert.True(_folder.Make(new Link("ss", _program)));
        Assert.Equal(_program, TargetOf("ss"));
    }

    [Fact]
    public void Only_a_link_of_ours_is_removed()
    {
        _folder.Make(new Link("ss", _program));
        File.CreateSymbolicLink(_folder.PathOf("netstat"), "/bin/sh");
        Assert.True(_folder.Remove("ss"));
        Assert.False(_folder.Remove("netstat"));
        Assert.Equal("/bin/sh", TargetOf("netstat"));
    }

    [Fact]
    public void Exact_links_are_ours_or_not_listed()
    {
        MakeExact();
        File.CreateSymbolicLink(_folder.PathOf("minato-exact-7.3"), _program);
        File.CreateSymbolicLink(_folder.PathOf("minato-exact-auto"), "/bin/sh");
        File.WriteAllText(_folder.PathOf("minato-exactly"), "");
        Assert.Equal(["minato-exact-6.1"], _folder.ExactLinks(needed: "minato-exact-7.3"));
    }

    private void MakeExact()
    {
        _folder.Make(new Link("minato-exact-6.1", _program));
        _folder.Make(new Link("ss", "minato-exact-6.1"));
    }

    private string? TargetOf(string name) => new FileInfo(_folder.PathOf(name)).LinkTarget;
}
