using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using Minato.Bench.Storm;
using Minato.Tests.KernelPrograms;
using Minato.Tests.Live.Exact;

namespace Minato.Tests.Live;

/// <summary>TCP connections by a program in the kernel: nobody can tell but by the clock.</summary>
public sealed class ConnectionProgramTests(ExactScene scene) : LiveTest, IClassFixture<ExactScene>
{
    private const string ByProgram = "debug: TCP connections by a BPF program";
    private const string BySockDiag = "debug: TCP connections by sock_diag, not by a BPF program: ";

    [Theory]
    [InlineData("ss -tan")]
    [InlineData("ss -ta")]
    [InlineData("ss -tn")]
    [InlineData("ss -tan4")]
    [InlineData("ss -tan6")]
    [InlineData("ss -tanp")]
    [InlineData("ss -tuan")]
    [InlineData("ss -tan sport = :4000")]
    [InlineData("ss -tan dport = :4000")]
    [InlineData("ss -tan state syn-recv")]
    [InlineData("ss -tan state syn-sent")]
    [InlineData("ss -tan state time-wait")]
    [InlineData("ss -tan state closing state last-ack state fin-wait-1 state fin-wait-2 state close-wait")]
    [InlineData("ss -tan exclude established")]
    [InlineData("netstat -tan")]
    [InlineData("netstat -tanp")]
    public void Every_state_and_family_is_told_as_by_netlink(string command)
    {
        string[] netlink = Type(command, "netlink");
        Assert.NotEmpty(netlink);
        Rows.AreExactly(netlink, Type(command, "bpf"));
    }

    [Theory]
    [InlineData("-tan")]
    [InlineData("-tanp")]
    [InlineData("-ta")]
    [InlineData("-tuan")]
    [InlineData("-tan6")]
    public void Exact_bytes_are_the_same_in_the_same_order(string options)
    {
        Assert.Equal(Exact("netlink"), Exact("bpf"));

        byte[] Exact(string source) => Sandbox.Type(FrontDoor.Link, "ss --exact " + options, ("MINATO_SOURCE", source)).Succeeded().OutputBytes;
    }

    [Fact]
    public void Debug_says_that_the_program_ran() => Assert.Contains(ByProgram, Debug("ss --debug -tan").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("setpriv --bounding-set -all,+net_admin --inh-caps -all")]
    [InlineData("setpriv --reuid 65534 --regid 65534 --clear-groups")]
    [InlineData("setpriv --bounding-set -perfmon,-sys_admin --inh-caps -all")]
    public void Without_the_right_sock_diag_tells_the_same_and_debug_why(string lessened)
    {
        Outcome outcome = Debug(lessened + " ss --debug -tan");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(BySockDiag, outcome.Errors, StringComparison.Ordinal);
        Rows.AreExactly(Type("ss -tan", "netlink"), outcome.Lines);
    }

    [Fact]
    public void Nothing_is_left_in_the_kernel_when_the_reader_is_killed_in_the_middle()
    {
        using SocketStorm storm = SocketStorm.Start(StormShape.Custom with { Connections = 5_000 });
        List<string> nsenter = ["nsenter", "--target", storm.Pid.ToString(CultureInfo.InvariantCulture), "--net", "--"];
        using Process reader = Command.Start([.. nsenter, Workshop.Minato, "-tan"], [("MINATO_SOURCE", "bpf")]);

        // It fills the pipe, which nobody reads on, and waits there with its program loaded.
        Assert.StartsWith("State", reader.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Assert.True(Programs() > 0, "the program was not seen");
        reader.Kill();
        reader.WaitForExit();
        int left = Programs();
        for (int wait = 0; left > 0 && wait < 100; wait++, left = Programs()) Thread.Sleep(20);
        Assert.Equal(0, left);
    }

    private Sandbox Sandbox => scene.Fresh();

    private static int Programs() => KernelObjects.Count("minato_tcp"u8);

    private string[] Type(string command, string source) => Sandbox.Type(FrontDoor.Link, command, ("MINATO_SOURCE", source)).Succeeded().Lines;

    private Outcome Debug(string command) => Sandbox.Type(FrontDoor.Link, command, ("MINATO_SOURCE", "bpf"));
}
