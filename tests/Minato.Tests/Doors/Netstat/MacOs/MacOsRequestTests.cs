using System;
using System.Collections.Generic;
using Minato.Cli.Doors;
using Minato.Cli.Doors.Netstat;
using Minato.Cli.Doors.Netstat.MacOs;
using Minato.Model;
using Minato.Tests.Rendering;

namespace Minato.Tests.Doors.Netstat.MacOs;

public sealed class MacOsRequestTests
{
    [Theory]
    [InlineData("-an", Transports.Tcp | Transports.Udp, true, Transports.Unix)]
    [InlineData("-f inet", Transports.Tcp | Transports.Udp, true, Transports.None)]
    [InlineData("-f inet6", Transports.Tcp | Transports.Udp, true, Transports.None)]
    [InlineData("-f unix", Transports.None, false, Transports.Unix)]
    [InlineData("-u", Transports.None, false, Transports.Unix)]
    [InlineData("-p tcp", Transports.Tcp, false, Transports.None)]
    [InlineData("-p udp", Transports.Udp, false, Transports.None)]
    [InlineData("-p icmp", Transports.None, true, Transports.None)]
    [InlineData("-p ip6", Transports.None, true, Transports.None)]
    [InlineData("-p stream", Transports.None, false, Transports.UnixStream)]
    [InlineData("-p dgram", Transports.None, false, Transports.UnixDatagram)]
    [InlineData("-p ipsec", Transports.None, false, Transports.None)]
    public void Family_and_protocol_choose_the_tables(string typed, Transports inet, bool raw, Transports unix)
    {
        MacOsRequest request = From(typed);

        Assert.Equal((inet, raw, unix), (request.Inet?.Transports ?? Transports.None, request.Raw is not null, request.Unix?.Transports ?? Transports.None));
    }

    [Theory]
    [InlineData("-n", false)]
    [InlineData("-an", true)]
    public void Only_listeners_are_left_out_without_a(string typed, bool listeners)
    {
        StateSet states = From(typed).Inet!.States;

        Assert.Equal(listeners, states.Contains(SocketState.Listen));
        Assert.True(states.Contains(SocketState.Closed) && states.Contains(SocketState.TimeWait) && states.Contains(SocketState.BoundInactive));
    }

    [Fact]
    public void Unix_sockets_are_all_shown() => Assert.Equal(StateSet.All, From("-n").Unix!.States);

    [Theory]
    [InlineData("-n", OwnerSearch.None, SocketFields.None)]
    [InlineData("-nA", OwnerSearch.None, SocketFields.Cookie)]
    [InlineData("-nb", OwnerSearch.None, SocketFields.Info)]
    [InlineData("-nd", OwnerSearch.None, SocketFields.Memory)]
    [InlineData("-nv", OwnerSearch.First, SocketFields.Memory | SocketFields.Shutdown | SocketFields.Timer | SocketFields.Info)]
    public void Columns_cost_only_who_asks_for_them(string typed, OwnerSearch owners, SocketFields fields)
    {
        SocketQuery query = From(typed).Inet!;

        Assert.Equal((owners, SocketFields.Interface | SocketFields.V6Only | fields), (query.Owners, query.Fields));
    }

    [Fact]
    public void Bytes_come_with_v_on_macOS_26_alone()
    {
        Assert.True(From("-v").Wishes.ShowsBytes);
        Assert.False(From("-v", NetstatDialect.MacOs15).Wishes.ShowsBytes);
        Assert.True(From("-vb", NetstatDialect.MacOs15).Wishes.ShowsBytes);
    }

    [Theory]
    [InlineData("-an", NameKinds.None)]
    [InlineData("-a", NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts)]
    public void Names_stand_for_numbers_unless_numeric(string typed, object names) => Assert.Equal(names, From(typed).Names);

    [Theory]
    [InlineData("-f inet", "0.0.0.0:80 [::]:80 [::ffff:10.0.0.1]:80")]
    [InlineData("-f inet6", "[::]:80 [::]:81 [::1]:80")]
    [InlineData("-n", "0.0.0.0:80 [::]:80 [::]:81 [::1]:80 [::ffff:10.0.0.1]:80")]
    public void A_socket_of_both_families_is_listed_under_either(string typed, string expected)
    {
        SocketEntry v6Only = SampleRows.Listen("[::]:81") with { V6Only = true };
        SocketEntry[] rows = [SampleRows.Listen("0.0.0.0:80"), SampleRows.Listen("[::]:80"), v6Only, SampleRows.Listen("[::1]:80"), SampleRows.Listen("[::ffff:10.0.0.1]:80")];

        Assert.Equal(expected, string.Join(' ', Chosen(typed, rows)));
    }

    [Theory]
    [InlineData("-p icmp", "0.0.0.0:1")]
    [InlineData("-p igmp", "0.0.0.0:2")]
    [InlineData("-p ip", "0.0.0.0:89")]
    [InlineData("-p icmp6", "[::]:58")]
    [InlineData("-p ip6", "[::]:89")]
    public void Raw_sockets_are_chosen_by_their_protocol(string typed, string expected)
    {
        List<SocketEntry> rows = [];
        foreach (string end in new[] { "0.0.0.0:1", "0.0.0.0:2", "0.0.0.0:89", "[::]:58", "[::]:89" }) rows.Add(SampleRows.Listen(end, transport: Transport.Raw));

        Assert.Equal(expected, string.Join(' ', Chosen(typed, [.. rows])));
    }

    private static List<string> Chosen(string typed, SocketEntry[] rows)
    {
        MacOsChoice choice = From(typed).Choice;
        List<string> chosen = [];
        foreach (SocketEntry row in rows)
        {
            if (choice.IsAll || choice.Has(in row)) chosen.Add(new System.Net.IPEndPoint(row.Local.Address.ToIPAddress(), row.Local.Port).ToString());
        }

        return chosen;
    }

    private static MacOsRequest From(string typed, NetstatDialect dialect = NetstatDialect.MacOs)
    {
        MacOsArgs? args = MacOsArgs.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), out UsageError? error);
        Assert.Null(error);
        return new MacOsRequest(args!, dialect);
    }
}
