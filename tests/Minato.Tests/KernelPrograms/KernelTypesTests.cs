using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.KernelPrograms;
using Minato.Tests.Wire;

namespace Minato.Tests.KernelPrograms;

/// <summary>The way to answers, by a mapped file, a read one or the kept answers.</summary>
[SupportedOSPlatform("linux")]
public sealed class KernelTypesTests : IDisposable
{
    private const uint GnuBuildId = 3;
    private readonly string _folder = Directory.CreateTempSubdirectory("minato-types").FullName;

    public KernelTypesTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root's answers are believed");
        WriteNotes(1);
        WriteTypes("walk");
    }

    private string Cache => _folder + "/run";

    [Fact]
    public void A_mapped_file_is_not_kept()
    {
        Assert.Equal(1, Ask(maps: true));
        Assert.False(Directory.Exists(Cache));
    }

    [Fact]
    public void What_had_to_be_read_is_kept_for_root_alone()
    {
        Assert.Equal(1, Ask());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Cache));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Kept()));
    }

    [Fact]
    public void What_is_kept_is_not_looked_up_again()
    {
        Ask();
        WriteTypes("other");
        Assert.Equal(1, Ask());
    }

    [Fact]
    public void Another_build_of_the_kernel_is_asked_anew()
    {
        Ask();
        WriteTypes("other");
        WriteNotes(2);
        Assert.Equal(-1, Ask());
    }

    [Fact]
    public void Another_question_is_asked_anew()
    {
        Ask();
        Assert.Equal(-1, Ask(question: "func never"));
    }

    [Fact]
    public void A_damaged_answer_is_not_believed() => IsNotBelieved(path =>
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[16] ^= 1;
        File.WriteAllBytes(path, bytes);
    });

    [Fact]
    public void A_cut_answer_is_not_believed() => IsNotBelieved(path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]));

    [Fact]
    public void A_longer_answer_is_not_believed() => IsNotBelieved(path => File.WriteAllBytes(path, [.. File.ReadAllBytes(path), 0]));

    [Fact]
    public void An_answer_that_others_may_write_is_not_believed() =>
        IsNotBelieved(path => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite));

    [Fact]
    public void An_answer_behind_a_link_is_not_believed() => IsNotBelieved(path =>
    {
        File.Move(path, path + "-aside");
        File.CreateSymbolicLink(path, path + "-aside");
    });

    [Fact]
    public void A_directory_that_others_may_enter_is_not_believed() =>
        IsNotBelieved(_ => File.SetUnixFileMode(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute));

    [Fact]
    public void A_directory_behind_a_link_is_not_believed() => IsNotBelieved(_ =>
    {
        Directory.Move(Cache, Cache + "-aside");
        Directory.CreateSymbolicLink(Cache, Cache + "-aside");
    });

    [Fact]
    public void A_place_where_nothing_can_be_kept_is_no_news()
    {
        KernelTypes types = new(_folder + "/btf", new KernelTypesCache("/proc/minato", _folder + "/notes"), maps: false);
        int[] answers = new int[1];
        Assert.Null(types.Answer("func walk"u8, answers));
        Assert.Equal([1], answers);
    }

    [Fact]
    public void An_answer_half_written_by_another_is_cleared_away()
    {
        Directory.CreateDirectory(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(Cache + "/new", "half");
        Ask();
        Ask();
        Assert.False(File.Exists(Cache + "/new"));
        Kept();
    }

    [Fact]
    public void A_kernel_without_types_says_so()
    {
        File.Delete(_folder + "/btf");
        Assert.Equal(_folder + "/btf: No such file or directory", Types().Answer("func walk"u8, new int[1]));
    }

    [Fact]
    public void A_file_that_is_no_BTF_says_so()
    {
        File.WriteAllText(_folder + "/btf", "no types at all in here");
        Assert.Equal(_folder + "/btf is not BTF", Types().Answer("func walk"u8, new int[1]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void IsNotBelieved(Action<string> spoil)
    {
        Ask();
        spoil(Kept());
        WriteTypes("other");
        Assert.Equal(-1, Ask());
    }

    private string Kept() => Assert.Single(Directory.GetFiles(Cache, "btf-*"));

    private int Ask(bool maps = false, string question = "func walk")
    {
        int[] answers = new int[1];
        Assert.Null(Types(maps).Answer(System.Text.Encoding.ASCII.GetBytes(question), answers));
        return answers[0];
    }

    private KernelTypes Types(bool maps = false) => new(_folder + "/btf", new KernelTypesCache(Cache, _folder + "/notes"), maps);

    private void WriteTypes(string function) => File.WriteAllBytes(_folder + "/btf", new BtfBytes().Type(function, 12, 0).ToBytes());

    private void WriteNotes(byte build) => File.WriteAllBytes(
        _folder + "/notes",
        [.. NetlinkBytes.U32(4), .. NetlinkBytes.U32(4), .. NetlinkBytes.U32(GnuBuildId), .. "GNU\0"u8, build, 2, 3, 4]);
}
