using System;
using System.IO;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Model;

namespace Minato.Tests.Doors.Netstat;

/// <summary>Which tables are read and what is said of others, as netstat 2.10 answered over the same files.</summary>
public sealed class LinuxTablesTests : IDisposable
{
    private const Transports Default = Transports.Tcp | Transports.Sctp | Transports.Udp | Transports.UdpLite | Transports.Raw;
    private const string Sctp = "no support for `AF INET (sctp)' on this system.";
    private const string UdpLite = "no support for `AF INET (udplite)' on this system.";
    private const string Families = "AF IPX,AF AX25,AF X25,AF NETROM,AF ROSE";

    private readonly string _root = Directory.CreateTempSubdirectory("minato-tables-").FullName;

    public LinuxTablesTests()
    {
        Directory.CreateDirectory(_root + "/net/sctp");
        foreach (string name in (string[])["udplite", "udplite6", "sctp/eps", "sctp/assocs"]) File.WriteAllText(_root + "/net/" + name, "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("", Default, true)]
    [InlineData("-t", Transports.Tcp, false)]
    [InlineData("-u", Transports.Udp, false)]
    [InlineData("-w", Transports.Raw, false)]
    [InlineData("-U", Transports.UdpLite, false)]
    [InlineData("-S", Transports.Sctp, false)]
    [InlineData("-x", Transports.None, true)]
    [InlineData("-tx", Transports.Tcp, true)]
    [InlineData("-tu", Transports.Tcp | Transports.Udp, false)]
    [InlineData("-4", Default, false)]
    [InlineData("-4x", Default, true)]
    [InlineData("--inet6", Default & ~Transports.Sctp, false)]
    [InlineData("--inet6 --inet", Default, false)]
    [InlineData("-A inet,unix", Default, true)]
    [InlineData("-t -A unix", Transports.Tcp, true)]
    [InlineData("-SU6", Transports.UdpLite, false)]
    [InlineData("-A ddp", Default, true)]
    [InlineData("-A ash,econet", Default, true)]
    [InlineData("-A ddp,unix", Transports.None, true)]
    [InlineData("-A ipx", Transports.None, false)]
    [InlineData("-f", Transports.None, false)]
    [InlineData("-g", Transports.None, false)]
    [InlineData("-ga", Transports.None, false)]
    [InlineData("-g4", Default, false)]
    [InlineData("-gx", Transports.None, true)]
    public void Kinds_and_families_choose_tables(string typed, Transports inet, bool unix)
    {
        LinuxTables tables = From(typed);

        Assert.Equal((inet, unix), (tables.Inet, tables.HasUnix));
        Assert.Equal(inet != Transports.None, tables.HasInternet);
    }

    [Theory]
    [InlineData("-A ipx", "AF IPX")]
    [InlineData("--ax25", "AF AX25")]
    [InlineData("-A x25,inet", "AF X25")]
    [InlineData("-A rose,netrom", "AF NETROM")]
    [InlineData("-A ipx,rose", "AF IPX")]
    [InlineData("-t --ipx", "AF IPX")]
    public void The_first_family_that_the_kernel_lacks_ends_the_answer(string typed, string family)
    {
        LinuxTables tables = From(typed);

        Assert.Equal(["no support for `" + family + "' on this system."], tables.Lacking);
        Assert.Equal(1, tables.Code);
    }

    [Fact]
    public void A_family_that_the_kernel_has_is_not_called_missing()
    {
        File.WriteAllText(_root + "/net/ax25", "");
        LinuxTables tables = From("--ax25");

        Assert.Equal(["AF AX25: sockets of this family are not read; the kernel lists them in " + _root + "/net/ax25"], tables.Lacking);
        Assert.Equal(1, tables.Code);
    }

    [Theory]
    [InlineData("-2")]
    [InlineData("-f")]
    [InlineData("-A bluetooth")]
    [InlineData("-t --rfcomm")]
    public void Bluetooth_is_what_netstat_was_built_without(string typed)
    {
        LinuxTables tables = From(typed);

        Assert.StartsWith("feature `AF BLUETOOTH' not supported", Assert.Single(tables.Lacking), StringComparison.Ordinal);
        Assert.Equal(1, tables.Code);
    }

    [Theory]
    [InlineData("-v", Families)]
    [InlineData("-av", Families)]
    [InlineData("-vx", "")]
    [InlineData("-v4", "")]
    [InlineData("-vt", "")]
    [InlineData("-vg", "")]
    [InlineData("", "")]
    public void Verbose_tells_of_families_that_nobody_asked_for(string typed, string families)
    {
        LinuxTables tables = From(typed);

        string[] expected = Array.ConvertAll(families.Split(',', StringSplitOptions.RemoveEmptyEntries), name => "no support for `" + name + "' on this system.");
        Assert.Equal(expected, tables.Lacking);
        Assert.Equal(0, tables.Code);
    }

    [Theory]
    [InlineData("-S", Transports.None, false, Sctp)]
    [InlineData("-Sa", Transports.None, false, Sctp)]
    [InlineData("-tSuwx", Transports.Tcp, false, Sctp)]
    [InlineData("-S6", Transports.None, false, "")]
    [InlineData("", Default & ~Transports.Sctp, true, "")]
    public void Sctp_asked_by_name_ends_the_answer_where_the_kernel_has_none(string typed, Transports inet, bool unix, string said)
    {
        File.Delete(_root + "/net/sctp/eps");
        File.Delete(_root + "/net/sctp/assocs");
        LinuxTables tables = From(typed);

        Assert.Equal((inet, unix, said), (tables.Inet, tables.HasUnix, string.Join('\n', tables.Lacking)));
        Assert.True(tables.HasInternet);
    }

    [Theory]
    [InlineData("sctp/eps", "-S", Transports.Sctp, 0)]
    [InlineData("sctp/eps", "-Sl", Transports.None, 1)]
    [InlineData("sctp/assocs", "-Sl", Transports.Sctp, 0)]
    [InlineData("sctp/assocs", "-Sa", Transports.Sctp, 1)]
    [InlineData("sctp/assocs", "-S", Transports.None, 1)]
    public void Each_file_of_sctp_answers_for_itself(string absent, string typed, Transports inet, int code)
    {
        File.Delete(_root + "/net/" + absent);
        LinuxTables tables = From(typed);

        Assert.Equal((inet, code), (tables.Inet, tables.Code));
    }

    [Theory]
    [InlineData("-U", Transports.None, UdpLite)]
    [InlineData("-tuUwx", Transports.Tcp | Transports.Udp, UdpLite)]
    [InlineData("-U6", Transports.UdpLite, "")]
    [InlineData("", Default & ~Transports.UdpLite, "")]
    [InlineData("-v4", Default & ~Transports.UdpLite, UdpLite)]
    public void Udp_lite_asked_by_name_ends_the_answer_where_the_kernel_has_none(string typed, Transports inet, string said)
    {
        File.Delete(_root + "/net/udplite");
        LinuxTables tables = From(typed);

        Assert.Equal((inet, said), (tables.Inet, string.Join('\n', tables.Lacking)));
    }

    private LinuxTables From(string typed)
    {
        LinuxArgs? args = LinuxArgs.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), out UsageError? error);
        Assert.Null(error);
        return new LinuxTables(args!, _root);
    }
}
