using System;
using System.IO;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class NameFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(200_000)]
    [InlineData(NameFile.Limit - 1)]
    public void A_file_comes_whole(int size)
    {
        byte[] content = new byte[size];
        new Random(size).NextBytes(content);
        using TemporaryFile file = new(content);

        Assert.Equal(content, NameFile.Read(file.Path));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_cut_at_a_line()
    {
        byte[] content = new byte[NameFile.Limit + 100];
        content.AsSpan().Fill((byte)'a');
        content[1000] = (byte)'\n';
        content[NameFile.Limit + 50] = (byte)'\n';
        using TemporaryFile file = new(content);

        Assert.Equal(content[..1001], NameFile.Read(file.Path));
    }

    [Fact]
    public void A_path_may_hold_any_letters()
    {
        using TemporaryFile file = new("x");
        string path = file.Path + "-港";
        File.Move(file.Path, path);
        byte[] read = NameFile.Read(path);
        File.Delete(path);

        Assert.Equal("x"u8, read);
    }
}
