using Minato.Cli.Doors;
using Minato.Model;

namespace Minato.Tests.Doors;

public sealed class DoorReportTests
{
    private static readonly Unavailable Hidden = new("owners", "processes of other users cannot be looked into", "sudo");

    [Fact]
    public void A_whole_answer_says_nothing() => Assert.Empty(Describe(new SocketReport { Rows = 5 }));

    [Fact]
    public void Owners_that_could_not_be_seen_are_counted_with_the_line_that_helps() => Assert.Equal(
        ["the owners of 2 sockets could not be seen: processes of other users cannot be looked into (try: sudo ss -tln -p)"],
        Describe(new SocketReport { UnseenOwners = 2, Unavailable = [Hidden] }));

    [Fact]
    public void One_socket_is_one_socket() => Assert.Equal(
        ["the owners of 1 socket could not be seen: /proc: Input/output error"],
        Describe(new SocketReport { UnseenOwners = 1, Unavailable = [new Unavailable("owners", "/proc: Input/output error", null)] }));

    [Fact]
    public void Hidden_processes_do_not_matter_when_every_socket_has_its_owner() =>
        Assert.Empty(Describe(new SocketReport { UnseenOwners = 0, Unavailable = [Hidden] }));

    [Fact]
    public void A_table_that_is_missing_says_why_and_what_it_needs() => Assert.Equal(
        ["TCP sockets: sock_diag: Operation not permitted (needs no seccomp filter)"],
        Describe(new SocketReport { Unavailable = [new Unavailable("TCP sockets", "sock_diag: Operation not permitted", "no seccomp filter") { IsWholeTable = true }] }));

    [Fact]
    public void A_field_that_is_missing_is_named() => Assert.Equal(
        ["backlogs of TCP sockets: /proc/net does not carry them"],
        Describe(new SocketReport { Unavailable = [new Unavailable("backlogs of TCP sockets", "/proc/net does not carry them", "netlink")] }));

    [Fact]
    public void Rows_that_may_be_missing_and_rows_that_were_damaged_are_told() => Assert.Equal(
        ["sockets may be missing: the kernel's list broke off or changed while it was read", "3 damaged rows were left out"],
        Describe(new SocketReport { Incomplete = true, DamagedRows = 3 }));

    [Fact]
    public void One_damaged_row_is_one_row() => Assert.Equal(["1 damaged row was left out"], Describe(new SocketReport { DamagedRows = 1 }));

    private static string[] Describe(SocketReport report) => [.. DoorReport.Describe("ss", ["-tln", "-p"], report)];
}
