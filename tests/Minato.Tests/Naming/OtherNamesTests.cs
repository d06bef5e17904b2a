using System;
using System.IO;
using System.Text;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class OtherNamesTests
{
    [Fact]
    public void Netlink_protocols_have_names_without_any_file()
    {
        NetlinkProtocolNames names = new("/nonexistent");

        Assert.Equal("rtnl", Find(names, 0));
        Assert.Equal("genl", Find(names, 16));
        Assert.Null(Find(names, 17));
        Assert.Null(Find(names, 256));
    }

    [Fact]
    public void The_first_file_that_is_there_renames_them()
    {
        using TemporaryFile file = new("# names\n0\troute # the first\n0x11 later\n300 none\n");
        using TemporaryFile unread = new("16 generic\n");
        NetlinkProtocolNames names = new("/nonexistent", file.Path, unread.Path);

        Assert.Equal("route", Find(names, 0));
        Assert.Equal("later", Find(names, 17));
        Assert.Equal("genl", Find(names, 16));
    }

    [Theory]
    [InlineData("zero\n2 later\n")]
    [InlineData("1x one\n2 later\n")]
    [InlineData("1\n2 later\n")]
    public void Nothing_is_taken_from_behind_a_damaged_line(string text)
    {
        using TemporaryFile file = new("3 before\n" + text);
        NetlinkProtocolNames names = new(file.Path);

        Assert.Equal("before", Find(names, 3));
        Assert.Equal("usersock", Find(names, 2));
    }

    [Theory]
    [InlineData("17 (a name) S 1 17", "a name")]
    [InlineData("17 (a(b)c) S 1 17", "a(b")]
    [InlineData("17 (two\nlines) S 1 17", "two\nlines")]
    [InlineData("17 () S 1 17", null)]
    [InlineData("17 (cut", null)]
    [InlineData("", null)]
    public void A_process_name_ends_at_the_first_parenthesis(string stat, string? expected)
    {
        string root = Directory.CreateTempSubdirectory("minato-test-").FullName;
        try
        {
            Directory.CreateDirectory(root + "/17");
            File.WriteAllText(root + "/17/stat", stat);
            Assert.Equal(expected, new ProcessNames(root).TryFind(17, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void A_process_that_is_gone_has_no_name() => Assert.False(new ProcessNames("/nonexistent").TryFind(17, out _));

    private static string? Find(NetlinkProtocolNames names, ushort protocol) =>
        names.TryFind(protocol, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null;
}
