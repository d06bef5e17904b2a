using System;
using System.IO;

namespace Minato.Tests.Live.Counters;

/// <summary>The installed netstat and Minato count in the same namespace at the same moment.</summary>
public sealed class LiveCounterTests : LiveTest
{
    // Connections, a port that nobody holds, an address that answers, in both families.
    private const string Traffic =
        "ping -c 2 -i 0.2 127.0.0.1; ping -6 -c 1 ::1; (echo hello | timeout 1 nc -l -p 5001 &) ; sleep 0.1; echo hi | timeout 1 nc 127.0.0.1 5001; timeout 1 nc 127.0.0.1 5002; " +
        "bash -c 'echo x > /dev/udp/127.0.0.1/5003; echo x > /dev/udp/127.0.0.1/5003; echo x > /dev/tcp/127.0.0.1/5004; echo x > /dev/udp/::1/5005'";

    [Theory]
    [InlineData("-s", "")]
    [InlineData("-s -6", "")]
    [InlineData("-s", Traffic)]
    [InlineData("-st", Traffic)]
    [InlineData("-su", Traffic)]
    [InlineData("-sw", Traffic)]
    [InlineData("-s -6", Traffic)]
    [InlineData("-su6", Traffic)]
    public void What_the_kernel_counted_is_printed_as_net_tools_prints_it(string options, string before) => OwnNamespace.Run(() =>
    {
        Assert.SkipUnless(File.Exists("/usr/bin/netstat"), "net-tools is not installed");
        _ = Type("(" + (before.Length == 0 ? "true" : before) + ") >/dev/null 2>&1");

        // A timer of the kernel's may count between two of them: then both original answers differ.
        for (int turn = 0; turn < 20; turn++)
        {
            string first = Type("/usr/bin/netstat " + options).Output;
            string minato = Type(PublishedBinary.Path + " netstat " + options).Succeeded().Output;
            if (!string.Equals(first, Type("/usr/bin/netstat " + options).Output, StringComparison.Ordinal)) continue;
            Assert.Equal(first, minato);
            return;
        }

        Assert.Fail("the counters never stood still");
    });

    [Fact]
    public void Settings_among_the_counters_are_printed_by_none() => OwnNamespace.Run(() =>
        Assert.DoesNotContain("RtoMin", Type(PublishedBinary.Path + " netstat -s").Succeeded().Output, StringComparison.Ordinal));

    private static Outcome Type(string line) => Command.Run(["/bin/bash", "-c", line], [("PATH", Sandbox.SystemPath), ("LC_ALL", "C.UTF-8")]);
}
