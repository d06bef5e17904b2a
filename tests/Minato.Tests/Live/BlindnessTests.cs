using System;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>What Minato may not see: rows stay, and a line says how many owners are missing, why, and what helps.</summary>
public sealed class BlindnessTests(LessonScene scene) : LessonSceneTest(scene)
{
    private const string Nobody = "setpriv --reuid 65534 --regid 65534 --clear-groups";

    /// <summary>The listening TCP sockets of the scene.</summary>
    private const int Listeners = 8;

    public static TheoryData<string> Commands => ["ss -tlnp", "netstat -tlnp", "minato -tlnp"];

    [Theory, MemberData(nameof(Commands))]
    public void Without_permission_rows_stay_and_the_missing_owners_are_counted(string command) =>
        AsksForSudo(command, Type($"{Nobody} {command}"));

    [Theory, MemberData(nameof(Commands))]
    public void Hidden_processes_are_missing_owners_too(string command) =>
        AsksForSudo(command, Type($"unshare --mount sh -c 'mount -t proc -o hidepid=2 proc /proc; {Nobody} {command}'"));

    [Theory, MemberData(nameof(Commands))]
    public void Without_owners_asked_nothing_is_missing(string command) =>
        RowsAreThere(Type($"{Nobody} {command.Replace("p", "", StringComparison.Ordinal)}").Succeeded());

    [Theory, MemberData(nameof(Commands))]
    public void Without_proc_rows_come_from_netlink_and_the_missing_owners_are_counted(string command)
    {
        var outcome = Type($"unshare --mount sh -c 'mount -t tmpfs none /proc; {command}'");

        RowsAreThere(outcome);
        Assert.Equal(0, outcome.ExitCode);
        var message = Assert.Single(outcome.ErrorLines);
        Assert.Contains($"the owners of {Listeners} sockets could not be seen", message, StringComparison.Ordinal);
        Assert.Contains("/proc", message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Commands))]
    public void Without_netlink_rows_come_from_proc(string command)
    {
        var refused = Type($"{Workshop.Compiled("without")} netlink {command}").SucceededBy("proc");
        var whole = Type(command).Succeeded();

        Rows.AreExactly(whole.Lines.Select(ComparableRows.CarriedByProc), refused.Lines.Select(ComparableRows.CarriedByProc));
    }

    [Theory, MemberData(nameof(Commands))]
    public void Without_both_sources_the_error_names_the_directory(string command)
    {
        var outcome = Type($"unshare --mount sh -c 'mount -t tmpfs none /proc; {Workshop.Compiled("without")} netlink {command}'");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("/proc/net", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_forced_source_that_is_refused_is_an_error(string command)
    {
        var outcome = Type($"MINATO_SOURCE=netlink {Workshop.Compiled("without")} netlink {command}");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("Operation not permitted", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc", "EIO", Listeners, "Input/output error")]
    [InlineData("/proc/12345/fd", "EACCES", 1, "security rule")]
    public void A_directory_that_cannot_be_listed_costs_owners_that_are_counted(string path, string error, int count, string cause)
    {
        Strace.Require();
        var outcome = Type(Strace.Inject($"getdents64:error={error} -P {path}", "ss -tlnp"));

        RowsAreThere(outcome);
        var message = Assert.Single(outcome.ErrorLines);
        Assert.Contains($"the owners of {count} socket", message, StringComparison.Ordinal);
        Assert.Contains(cause, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newfstatat:error=EACCES")]
    [InlineData("newfstatat:error=EIO")]
    [InlineData("getdents64:error=EACCES:when=2+")]
    [InlineData("openat:error=EMFILE:when=20+")]
    public void A_fault_while_owners_are_searched_costs_owners_that_are_counted_and_no_row(string fault)
    {
        Strace.Require();
        var outcome = Type(Strace.Inject(fault, "ss -tlnp"));

        RowsAreThere(outcome);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("could not be seen", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_proc_that_may_not_be_read_is_an_error_with_its_path()
    {
        var outcome = Type($"mkdir -p -m 0 /run/locked; MINATO_SOURCE=proc MINATO_PROC_ROOT=/run/locked {Nobody} ss -tln");

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("/run/locked", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("Permission denied", outcome.Errors, StringComparison.Ordinal);
    }

    private static void AsksForSudo(string command, Outcome outcome)
    {
        RowsAreThere(outcome);
        Assert.Equal(0, outcome.ExitCode);
        var message = Assert.Single(outcome.ErrorLines);
        Assert.Contains($"the owners of {Listeners} sockets could not be seen", message, StringComparison.Ordinal);
        Assert.Contains($"sudo {command}", message, StringComparison.Ordinal);
    }

    private static void RowsAreThere(Outcome outcome) =>
        Assert.Equal(Listeners, Array.FindAll(outcome.Lines, line => line.Contains("LISTEN", StringComparison.Ordinal)).Length);

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
