using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Minato.Bench.Storm;

namespace Minato.Tests.Live;

/// <summary>
/// Whichever way the table is read and owners are found, the rows are those of the plain way: sock_diag and a walk over
/// /proc, on one processor. Beside enough sockets that every way is taken by itself where it is worth it.
/// </summary>
public sealed class EveryPathTests(LargeStorm load) : LiveTest, IClassFixture<LargeStorm>
{
    private static readonly (string Name, string Value)[] Plain = [("MINATO_SOURCE", "netlink"), ("MINATO_OWNERS", "proc")];

    [Theory]
    [InlineData("ss -tan")]
    [InlineData("ss -tn")]
    [InlineData("ss -tn4")]
    [InlineData("ss -tln")]
    [InlineData("ss -tane")]
    [InlineData("ss -tan sport = :1101")]
    [InlineData("ss -tan dport = :1101 and src 127.0.0.0/8")]
    [InlineData("ss -tanp")]
    [InlineData("ss -tlnp")]
    [InlineData("ss -tnp state established dport = :1101")]
    [InlineData("ss -tlnp sport = :1101")]
    [InlineData("netstat -tan")]
    [InlineData("netstat -tanp")]
    public void Every_path_gives_the_rows_of_the_plain_one(string line)
    {
        string[] expected = Sorted(load.Type(line, Plain, onOneCore: true).Succeeded());

        Assert.NotEmpty(expected);
        foreach ((string Name, string Value)[] path in Paths())
        {
            foreach (bool onOneCore in new[] { false, true })
            {
                Outcome outcome = load.Type(line, path, onOneCore).Succeeded();
                Assert.True(expected.SequenceEqual(Sorted(outcome)), Described(line, path, onOneCore));
            }
        }
    }

    [Theory]
    [InlineData("ss --exact=6.1 -tan")]
    [InlineData("ss --exact=6.1 -tn6")]
    [InlineData("ss --exact=6.1 -tanp")]
    [InlineData("ss --exact=6.1 -tlnp")]
    public void Every_path_gives_the_bytes_of_the_plain_one_under_exact(string line)
    {
        byte[] expected = load.Type(line, Plain, onOneCore: true).Succeeded().OutputBytes;

        Assert.NotEmpty(expected);
        foreach ((string Name, string Value)[] path in Paths())
        {
            foreach (bool onOneCore in new[] { false, true })
                Assert.True(expected.AsSpan().SequenceEqual(load.Type(line, path, onOneCore).Succeeded().OutputBytes), Described(line, path, onOneCore));
        }
    }

    /// <summary>Without this the other tests could compare the plain path with itself.</summary>
    [Theory]
    [InlineData("bpf", "bpf", "TCP connections by a BPF program", "owners by a BPF program")]
    [InlineData("", "", "TCP connections by a BPF program", "owners by a BPF program")]
    [InlineData("netlink", "bpf", "owners by a BPF program")]
    [InlineData("bpf", "proc", "TCP connections by a BPF program")]
    [InlineData("netlink", "proc")]
    public void The_path_that_was_asked_for_is_the_one_that_is_taken(string source, string owners, params string[] told)
    {
        Outcome outcome = load.Type("ss -tanp --debug", [("MINATO_SOURCE", source), ("MINATO_OWNERS", owners)], onOneCore: false);

        Assert.Equal(
            told.Order(StringComparer.Ordinal),
            outcome.ErrorLines.Select(line => line.Replace("minato ss: debug: ", "", StringComparison.Ordinal))
                .Where(line => line.EndsWith(" by a BPF program", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Value)[]> Paths()
    {
        foreach (string source in new[] { "", "bpf", "netlink" })
        {
            foreach (string owners in new[] { "", "bpf", "proc" })
                yield return [("MINATO_SOURCE", source), ("MINATO_OWNERS", owners)];
        }
    }

    // Widths follow the first address that needs more, and so the order of the rows.
    private static string[] Sorted(Outcome outcome) => [.. outcome.Lines.Select(Rows.Words).Order(StringComparer.Ordinal)];

    private static string Described(string line, (string Name, string Value)[] path, bool onOneCore) =>
        string.Join(' ', path.Select(part => part.Name + "=" + part.Value)) + (onOneCore ? " taskset -c 0 " : " ") + line;
}

/// <summary>24,000 connected sockets: above the size from which a table is read by two threads.</summary>
public sealed class LargeStorm : IDisposable
{
    private readonly Lazy<SocketStorm> _storm = new(() => SocketStorm.Start(StormShape.Custom with { Connections = 12_000, Processes = 4, V6Percent = 10 }));

    /// <summary>Types a line beside the load. What stands before its first blank is how Minato is called.</summary>
    internal Outcome Type(string line, IEnumerable<(string Name, string Value)> environment, bool onOneCore)
    {
        string[] beside = ["nsenter", "-t", _storm.Value.Pid.ToString(CultureInfo.InvariantCulture), "-n", "--"];
        string[] pinned = onOneCore ? ["taskset", "-c", "0"] : [];
        return Command.Run([.. beside, .. pinned, PublishedBinary.Path, .. line.Split(' ')], [("PATH", Sandbox.SystemPath), .. environment]);
    }

    public void Dispose()
    {
        if (_storm.IsValueCreated) _storm.Value.Dispose();
        GC.SuppressFinalize(this);
    }
}
