using System;
using System.Text;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat.Linux;
using Minato.Model;

namespace Minato.Tests.Doors.Netstat;

public sealed class LinuxRequestTests
{
    [Theory]
    [InlineData("-t", IpFamilies.Both)]
    [InlineData("-t4", IpFamilies.V4)]
    [InlineData("-t6", IpFamilies.V6)]
    [InlineData("-t46", IpFamilies.Both)]
    public void Families_are_both_unless_one_is_asked(string typed, IpFamilies families) => Assert.Equal(families, From(typed).Inet?.Families);

    [Fact]
    public void Tables_come_as_netstat_shows_them()
    {
        LinuxRequest request = From("-a");

        Assert.Equal((true, TableOrder.Netstat), (request.Inet!.FamiliesApart, request.Inet.Order));
    }

    [Fact]
    public void Unix_sockets_come_from_proc_which_alone_counts_references() => Assert.Equal(SourcePreference.ProcNet, From("-x").Unix?.Source);

    [Theory]
    [InlineData("-t", "w/o servers", false, true)]
    [InlineData("-tl", "only servers", true, false)]
    [InlineData("-ta", "servers and established", true, true)]
    [InlineData("-tal", "servers and established", true, true)]
    public void The_heading_says_which_states_are_shown(string typed, string scope, bool listening, bool established)
    {
        LinuxRequest request = From(typed);

        Assert.Equal(scope, Encoding.ASCII.GetString(request.Scope));
        Assert.Equal((listening, established), (request.Inet!.States.Contains(SocketState.Listen), request.Inet.States.Contains(SocketState.Established)));
        Assert.False(request.Inet.States.Contains(SocketState.BoundInactive));
    }

    [Theory]
    [InlineData("-x", false, true)]
    [InlineData("-xl", true, false)]
    [InlineData("-xa", true, true)]
    public void A_unix_socket_that_does_not_listen_counts_as_connected(string typed, bool listening, bool closed)
    {
        StateSet states = From(typed).Unix!.States;

        Assert.Equal((listening, closed), (states.Contains(SocketState.Listen), states.Contains(SocketState.Closed)));
    }

    [Theory]
    [InlineData("-tan", nameof(NameKinds.None), false)]
    [InlineData("-ta", "Services, EphemeralServices, Hosts, Users", true)]
    [InlineData("-ta --numeric-hosts", "Services, EphemeralServices, Users", false)]
    [InlineData("-ta --numeric-ports", "Hosts, Users", true)]
    [InlineData("-ta --numeric-users", "Services, EphemeralServices, Hosts", true)]
    [InlineData("-taN", "Services, EphemeralServices, Hosts, Users", true)]
    public void Names_stand_for_numbers_unless_numeric(string typed, string names, bool hostNames)
    {
        LinuxRequest request = From(typed);

        Assert.Equal((names, hostNames), (request.Names.ToString(), request.Wishes.HostNames));
    }

    [Fact]
    public void The_process_is_the_first_found_by_its_programs_name()
    {
        LinuxRequest request = From("-tp");

        Assert.Equal((OwnerSearch.First, OwnerNaming.Program, true), (request.Inet!.Owners, request.Inet.OwnerNaming, request.Wishes.Program));
        Assert.Equal(OwnerSearch.None, From("-t").Inet!.Owners);
    }

    [Theory]
    [InlineData("-te", true, false, false)]
    [InlineData("-to", false, true, false)]
    [InlineData("-tW", false, false, true)]
    [InlineData("-t --notrim --timers --extend", true, true, true)]
    public void Columns_follow_the_options(string typed, bool extended, bool timer, bool wide)
    {
        LinuxRequest request = From(typed);

        Assert.Equal((extended, timer, wide), (request.Wishes.Extended, request.Wishes.Timer, request.Wishes.Wide));
    }

    [Fact]
    public void Operands_are_ignored() => Assert.Equal(Transports.Tcp, From("eth0 -t something").Inet?.Transports);

    private static LinuxRequest From(string typed)
    {
        LinuxArgs? args = LinuxArgs.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), out UsageError? error);
        Assert.Null(error);
        return new LinuxRequest(args!);
    }
}
