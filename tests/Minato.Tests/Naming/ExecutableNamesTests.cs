using System;
using System.IO;
using System.Text;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class ExecutableNamesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("minato-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("/usr/sbin/sshd", "sshd")]
    [InlineData("/usr/bin/python3.11 (deleted)", "python3.11")]
    [InlineData("/opt/a b/名前", "名前")]
    [InlineData("memfd", "memfd")]
    [InlineData("/", null)]
    public void A_program_is_the_last_part_of_its_path(string path, string? expected)
    {
        Directory.CreateDirectory(_root + "/17");
        File.CreateSymbolicLink(_root + "/17/exe", path);

        Assert.Equal(expected, Find(_root, 17));
    }

    [Fact]
    public void A_process_that_is_gone_has_no_program() => Assert.Null(Find(_root, int.MaxValue));

    [Fact]
    public void Without_proc_nobody_has_one() => Assert.Null(Find(_root + "/nowhere", 1));

    private static string? Find(string root, int pid)
    {
        using ExecutableNames names = new(root);
        return names.TryFind(pid, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null;
    }
}
