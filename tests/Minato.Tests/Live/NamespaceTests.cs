namespace Minato.Tests.Live;

/// <summary>ss -N: the sockets of another network namespace, through every way of naming it.</summary>
public sealed class NamespaceTests(LessonScene scene) : LessonSceneTest(scene)
{
    // The scene's own namespace, looked at from a new one where nothing listens.
    private const string Elsewhere = "unshare --net -- ";

    [Theory]
    [InlineData("pid:1")]
    [InlineData("/proc/1/ns/net")]
    public void A_process_or_a_file_names_a_namespace(string name)
    {
        var here = Type("ss -tln").Succeeded().Lines;

        Assert.Single(Type(Elsewhere + "ss -tln").Succeeded().Lines);
        Rows.AreExactly(here, Type(Elsewhere + "ss -tln -N " + name).Succeeded().Lines);
    }

    [Theory]
    [InlineData("netlink")]
    [InlineData("proc")]
    public void Both_sources_read_the_namespace_that_was_entered(string source)
    {
        var here = Type($"MINATO_SOURCE={source} ss -tuln").SucceededBy(source).Lines;

        Rows.AreExactly(here, Type(Elsewhere + $"env MINATO_SOURCE={source} ss -tuln --net=pid:1").SucceededBy(source).Lines);
    }

    [Fact]
    public void A_name_comes_before_a_process_or_a_file()
    {
        const string Make = "mkdir -p /run/netns && mount -t tmpfs none /run/netns && ip netns add pid:1 && ";

        Assert.Single(Type(Make + "ss -tln -N pid:1; ip netns del pid:1; umount /run/netns").Lines);
    }

    [Theory]
    [InlineData("nosuchns", "Cannot open network namespace \"nosuchns\": No such file or directory")]
    [InlineData("pid:999999", "Cannot open network namespace \"pid:999999\": No such file or directory")]
    [InlineData("/etc/hostname", "setting the network namespace \"/etc/hostname\" failed: Invalid argument")]
    public void A_namespace_that_cannot_be_entered_is_named_with_the_reason(string name, string reason)
    {
        var outcome = Type("ss -tln -N " + name);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal("ss: " + reason, Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public void A_refused_entry_shows_no_socket_of_this_namespace()
    {
        Strace.Require();
        var outcome = Type(Strace.Inject("setns:error=EPERM", "ss -tln -N pid:1"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal("ss: setting the network namespace \"pid:1\" failed: Operation not permitted (needs root: sudo)", Assert.Single(outcome.ErrorLines));
    }

    [Theory]
    [InlineData("setns:error=EPERM", "-N web", "setting the network namespace \"web\" failed: Operation not permitted")]
    [InlineData("openat:error=EACCES:when=9999", "-N nosuchns", "Cannot open network namespace \"nosuchns\": No such file or directory")]
    [InlineData("setns:error=EPERM", "-N pid:1", "Cannot open network namespace \"pid:1\": No such file or directory")]
    public void Exact_refusals_are_those_of_ss(string fault, string options, string said)
    {
        Strace.Require();
        const string Make = "mkdir -p /run/netns && mount -t tmpfs none /run/netns && ip netns add web && ";
        var outcome = Type("unshare --mount sh -c '" + Make + Strace.Inject(fault, "ss --exact -tln " + options) + "'");

        Assert.Equal((1, "", said + "\n"), (outcome.ExitCode, outcome.Output, outcome.Errors));
    }

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
