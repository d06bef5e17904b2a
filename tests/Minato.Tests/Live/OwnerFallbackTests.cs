using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using Minato.Interop.Linux.Bpf;

namespace Minato.Tests.Live;

/// <summary>Where a program in the kernel may not find owners, /proc gives the same ones, and --debug says why.</summary>
public sealed class OwnerFallbackTests(HoldersScene scene) : LiveTest, IClassFixture<HoldersScene>
{
    private const string Way = "owners from /proc, not by a BPF program: ";

    public static TheoryData<string, string> Refusals => new()
    {
        { "setpriv --bounding-set -bpf,-perfmon,-sys_admin --inh-caps -all", "loading a program needs CAP_BPF and CAP_PERFMON, or root" },
        { "WITHOUT-BPF", "Operation not permitted" },
        { "unshare --mount --", "/sys/kernel/btf/vmlinux" },
        { "unshare --pid --fork --mount --mount-proc --", "the first process namespace" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void Whatever_is_refused_the_rows_are_the_same(string under, string why)
    {
        bool isNested = under.Contains("--pid", StringComparison.Ordinal);
        Outcome outcome = Run(under, "minato -tlnp --debug", "bpf");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains(outcome.ErrorLines, line => line.Contains(Way, StringComparison.Ordinal) && line.Contains(why, StringComparison.Ordinal));

        // Of the processes outside, a nested namespace shows none.
        string[] expected = scene.Type(isNested ? "minato -tln" : "minato -tlnp", ("MINATO_OWNERS", "proc")).Lines;
        string[] found = isNested ? [.. outcome.Lines.Select(line => line.Replace("Process", "", StringComparison.Ordinal).TrimEnd())] : outcome.Lines;
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Refusals))]
    public void Who_insists_on_what_is_refused_is_told(string under, string why)
    {
        Outcome outcome = Run(under, "minato -tlnp", "bpf");

        Assert.Equal(0, outcome.ExitCode);
        string line = Assert.Single(outcome.ErrorLines, line => line.Contains("owners by BPF", StringComparison.Ordinal));
        Assert.Contains(why, line, StringComparison.Ordinal);
        Assert.EndsWith("; /proc was read instead", line, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Refusals))]
    public void Who_does_not_insist_hears_nothing_of_it(string under, string why)
    {
        Assert.NotEmpty(why);
        Outcome outcome = Run(under, "minato -tlnp", "");

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("BPF", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_word_for_the_way_is_an_error()
    {
        Outcome outcome = scene.Type("minato -tlnp", ("MINATO_OWNERS", "both"));

        Assert.Equal((255, "minato: MINATO_OWNERS is neither bpf nor proc"), (outcome.ExitCode, Assert.Single(outcome.ErrorLines).Replace(Workshop.Minato, "minato", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_stays_in_the_kernel_when_the_program_ends() => LeavesNothing(() => scene.Type("minato -tanp", ("MINATO_OWNERS", "bpf")));

    // The program is killed in the middle of each of its calls of bpf(2).
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    public void Nothing_stays_in_the_kernel_when_the_program_is_killed(int call)
    {
        Strace.Require();
        LeavesNothing(() => scene.Type(Strace.Inject($"bpf:signal=SIGKILL:when={call}", "minato -tanp"), ("MINATO_OWNERS", "bpf")));
    }

    private Outcome Run(string under, string line, string owners)
    {
        string command = under switch
        {
            "WITHOUT-BPF" => Workshop.Compiled("without") + " bpf " + line,
            "unshare --mount --" => $"unshare --mount -- sh -c 'mount --bind /dev/null /sys/kernel/btf/vmlinux && exec {line}'",
            _ => under + " " + line,
        };
        return scene.Type(command, ("MINATO_OWNERS", owners));
    }

    // Other tests may load programs at the same time: what is new must go by itself.
    private static void LeavesNothing(Action action)
    {
        HashSet<uint> before = Ids();
        action();
        for (int turn = 0; turn < 100; turn++)
        {
            if (Ids().IsSubsetOf(before)) return;
            Thread.Sleep(100);
        }

        Assert.Fail("programs or links stay in the kernel: " + string.Join(", ", Ids().Except(before)));
    }

    private static HashSet<uint> Ids()
    {
        HashSet<uint> ids = [];
        foreach (int command in new[] { BpfConstants.BPF_PROG_GET_NEXT_ID, BpfConstants.BPF_LINK_GET_NEXT_ID, BpfConstants.BPF_MAP_GET_NEXT_ID })
        {
            // start_id, next_id, open_flags
            uint[] attribute = new uint[3];
            while (BpfCommand.Call(command, MemoryMarshal.AsBytes(attribute.AsSpan())) >= 0)
            {
                ids.Add(attribute[1] * 4 + (uint)(command == BpfConstants.BPF_LINK_GET_NEXT_ID ? 1 : command == BpfConstants.BPF_MAP_GET_NEXT_ID ? 2 : 0));
                attribute[0] = attribute[1];
            }
        }

        return ids;
    }
}
