using System.Net;
using Minato.Interop.Linux.Libc;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class NameServerTests
{
    [Fact]
    public void Servers_come_in_the_order_of_the_file()
    {
        using TemporaryFile file = new("""
            ; old comment
            search example
            nameserver 192.0.2.53
              nameserver   2001:db8::53 # second
            options ndots:5
            """);

        Assert.Equal([new(Host("192.0.2.53"), 0), new(Host("2001:db8::53"), 0)], NameServer.Read(file.Path));
    }

    [Fact]
    public void A_fourth_server_is_ignored()
    {
        using TemporaryFile file = new("nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4\n");

        Assert.Equal(3, NameServer.Read(file.Path).Count);
    }

    [Fact]
    public void A_link_local_server_keeps_its_interface()
    {
        using TemporaryFile file = new("nameserver fe80::1%lo\n");

        Assert.Equal([new(Host("fe80::1"), IfNameToIndex.Call("lo"u8))], NameServer.Read(file.Path));
    }

    [Theory]
    [InlineData("nameserver 192.0.2.256\n")]
    [InlineData("nameserver 192.0.2\n")]
    [InlineData("nameserver example.com\n")]
    [InlineData("nameservers 192.0.2.1\n")]
    [InlineData("nameserver 192.0.2.1\0\n")]
    [InlineData("nameserver 2001:db8::1:2:3:4:5:6:7:8:9:a:b:c:d:e:f:0:1:2:3:4\n")]
    public void What_is_no_address_is_no_server(string line)
    {
        using TemporaryFile file = new(line);

        Assert.Empty(NameServer.Read(file.Path));
    }

    private static HostAddress Host(string text) => new(IPAddress.Parse(text).GetAddressBytes());
}
