using System;
using System.Text;
using Minato.Interop.Linux.Libc;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class NumberNamesTests
{
    [Fact]
    public void A_protocol_has_the_first_name_of_its_number()
    {
        using TemporaryFile file = new("# numbers\nicmp\t1\tICMP\nipv6-icmp 58 IPv6-ICMP # RFC 4443\nother 58\n");
        ProtocolNames names = new(file.Path);

        Assert.Equal("icmp", Find(names, 1));
        Assert.Equal("ipv6-icmp", Find(names, 58));
        Assert.Null(Find(names, 255));
    }

    [Theory]
    [InlineData("icmp 1x\n")]
    [InlineData("icmp 257\n")]
    [InlineData("icmp -1\n")]
    [InlineData("icmp\n")]
    [InlineData("icmp ICMP 1\n")]
    public void A_line_without_a_protocol_number_is_skipped(string line)
    {
        using TemporaryFile file = new(line);

        Assert.Null(Find(new ProtocolNames(file.Path), 1));
    }

    [Fact]
    public void Without_a_file_no_protocol_has_a_name() => Assert.Null(Find(new ProtocolNames("/nonexistent"), 1));

    [Fact]
    public void A_user_has_the_first_name_of_the_id()
    {
        using TemporaryFile file = new("""
            root:x:0:0:root:/root:/bin/sh
            toor:x:0:0::/:
            hana:x:1000:1000:Hana,,,:/home/hana:/bin/sh
            big::4294967294:0:::
            """);
        UserNames names = new(file.Path);

        Assert.Equal("root", Find(names, 0));
        Assert.Equal("hana", Find(names, 1000));
        Assert.Equal("big", Find(names, 4294967294));
        Assert.Null(Find(names, 1001));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n:\n::\n:::\n")]
    [InlineData("user\n7\n")]
    [InlineData("user:x\n:7:\n")]
    [InlineData("user:x:7\n")]
    [InlineData("user:x:7a:0:::\n")]
    [InlineData("user:x: 7:0:::\n")]
    [InlineData("user:x:-7:0:::\n")]
    [InlineData(":x:7:0:::\n")]
    [InlineData("+:::::\n")]
    public void A_damaged_line_names_no_user(string line)
    {
        using TemporaryFile file = new(line + "next:x:8:0:::\n");
        UserNames names = new(file.Path);

        Assert.Null(Find(names, 7));
        Assert.Equal("next", Find(names, 8));
    }

    [Fact]
    public void Without_a_file_no_user_has_a_name() => Assert.Null(Find(new UserNames("/nonexistent"), 0));

    [Fact]
    public void The_loopback_interface_has_its_name_however_often_it_is_asked()
    {
        InterfaceNames names = new();
        uint index = IfNameToIndex.Call("lo"u8);

        Assert.Equal("lo", Find(names, index));
        Assert.Equal("lo", Find(names, index));
    }

    [Fact]
    public void An_index_without_an_interface_has_no_name() => Assert.Null(Find(new InterfaceNames(), int.MaxValue));

    private static string? Find(ProtocolNames names, byte protocol) =>
        names.TryFind(protocol, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null;

    private static string? Find(UserNames names, uint uid) =>
        names.TryFind(uid, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null;

    private static string? Find(InterfaceNames names, uint index) =>
        names.TryFind(index, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null;
}
