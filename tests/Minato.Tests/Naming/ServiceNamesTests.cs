using System;
using System.IO;
using System.Text;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class ServiceNamesTests
{
    [Fact]
    public void A_service_is_found_by_protocol_and_port()
    {
        using TemporaryFile file = new("domain\t53/tcp\ndomain-udp 53/udp\nsip 5060/sctp\nrtp 5004/dccp\n");
        ServiceNames names = new(null, file.Path);

        Assert.Equal("domain", Find(names, ServiceProtocol.Tcp, 53));
        Assert.Equal("domain-udp", Find(names, ServiceProtocol.Udp, 53));
        Assert.Equal("sip", Find(names, ServiceProtocol.Sctp, 5060));
        Assert.Equal("rtp", Find(names, ServiceProtocol.Dccp, 5004));
        Assert.Null(Find(names, ServiceProtocol.Tcp, 5060));
    }

    [Fact]
    public void The_first_name_of_a_port_counts_and_aliases_do_not()
    {
        using TemporaryFile file = new("http 80/tcp www www-http\nweb 80/tcp\n");

        Assert.Equal("http", Find(new ServiceNames(null, file.Path), ServiceProtocol.Tcp, 80));
    }

    [Theory]
    [InlineData("# ssh 22/tcp\n")]
    [InlineData("ssh # 22/tcp\n")]
    [InlineData("ssh\n22/tcp\n")]
    [InlineData("ssh 22\n")]
    [InlineData("ssh 22/\n")]
    [InlineData("ssh 22/tcpx\n")]
    [InlineData("ssh 22 /tcp\n")]
    [InlineData("ssh /tcp\n")]
    [InlineData("ssh -22/tcp\n")]
    [InlineData("ssh 65558/tcp\n")]
    [InlineData("22/tcp\n")]
    [InlineData("\n\n \t\n")]
    [InlineData("")]
    public void A_line_that_names_nothing_is_skipped(string line)
    {
        using TemporaryFile file = new(line + "http 80/tcp\n");
        ServiceNames names = new(null, file.Path);

        Assert.Null(Find(names, ServiceProtocol.Tcp, 22));
        Assert.Equal("http", Find(names, ServiceProtocol.Tcp, 80));
    }

    [Theory]
    [InlineData("ssh 22/tcp")]
    [InlineData("\t ssh\t\t22/tcp\t# comment\n")]
    [InlineData("ssh 22/tcp#comment\n")]
    [InlineData("ssh 22/tcp\r\n")]
    [InlineData("ssh 0022/tcp\n")]
    public void Blanks_comments_and_line_ends_do_not_matter(string line)
    {
        using TemporaryFile file = new(line);

        Assert.Equal("ssh", Find(new ServiceNames(null, file.Path), ServiceProtocol.Tcp, 22));
    }

    [Fact]
    public void Bytes_that_are_no_text_come_as_they_stand()
    {
        using TemporaryFile file = new([0x1B, 0xFF, (byte)' ', .. "22/tcp\n"u8]);
        ServiceNames names = new(null, file.Path);

        Assert.True(names.TryFind(ServiceProtocol.Tcp, 22, out ReadOnlySpan<byte> name));
        Assert.Equal([0x1B, 0xFF], name.ToArray());
    }

    [Fact]
    public void A_missing_file_names_nothing() =>
        Assert.Null(Find(new ServiceNames(null, "/nonexistent/services"), ServiceProtocol.Tcp, 22));

    [Fact]
    public void A_directory_in_the_files_place_names_nothing() =>
        Assert.Null(Find(new ServiceNames(null, "/"), ServiceProtocol.Tcp, 22));

    [Fact]
    public void The_file_is_read_when_the_first_name_is_asked_and_only_then()
    {
        using TemporaryFile file = new("");
        ServiceNames names = new(null, file.Path);
        File.WriteAllText(file.Path, "ssh 22/tcp\n");
        Assert.Equal("ssh", Find(names, ServiceProtocol.Tcp, 22));

        File.WriteAllText(file.Path, "other 22/tcp\n");
        Assert.Equal("ssh", Find(names, ServiceProtocol.Tcp, 22));
    }

    [Fact]
    public void A_port_of_the_ephemeral_range_has_no_name_as_in_ss()
    {
        using TemporaryFile range = new("33060\t33061\n");
        using TemporaryFile file = new("below 33059/tcp\nfirst 33060/tcp\nlast 33061/tcp\nabove 33062/tcp\n");
        ServiceNames names = new(range.Path, file.Path);

        Assert.Equal("below", Find(names, ServiceProtocol.Tcp, 33059));
        Assert.Null(Find(names, ServiceProtocol.Tcp, 33060));
        Assert.Null(Find(names, ServiceProtocol.Tcp, 33061));
        Assert.Equal("above", Find(names, ServiceProtocol.Tcp, 33062));
    }

    [Fact]
    public void Without_a_range_every_port_has_its_name_as_in_netstat()
    {
        using TemporaryFile file = new("mysqlx 33060/tcp\n");

        Assert.Equal("mysqlx", Find(new ServiceNames(null, file.Path), ServiceProtocol.Tcp, 33060));
    }

    [Theory]
    [InlineData("")]
    [InlineData("32768\n")]
    [InlineData("all of them\n")]
    public void A_range_that_cannot_be_read_is_the_old_one(string text)
    {
        using TemporaryFile range = new(text);
        using TemporaryFile file = new("a 1023/tcp\nb 1024/tcp\nc 4999/tcp\nd 5000/tcp\n");
        ServiceNames names = new(range.Path, file.Path);

        Assert.Equal("a", Find(names, ServiceProtocol.Tcp, 1023));
        Assert.Null(Find(names, ServiceProtocol.Tcp, 1024));
        Assert.Null(Find(names, ServiceProtocol.Tcp, 4999));
        Assert.Equal("d", Find(names, ServiceProtocol.Tcp, 5000));
    }

    internal static string? Find(ServiceNames names, ServiceProtocol protocol, ushort port) =>
        names.TryFind(protocol, port, out ReadOnlySpan<byte> name) ? Encoding.UTF8.GetString(name) : null;
}
