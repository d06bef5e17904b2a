using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Minato.Tests.Live.Exact;

namespace Minato.Tests.Live.Netstat;

/// <summary>The Linux netstat against the installed one, on the same sockets at the same moment: stdout byte for byte, and exit code.</summary>
public sealed class NetstatDifferentialTests(NetstatScene scene) : LiveTest, IClassFixture<NetstatScene>
{
    private const string Original = "/usr/bin/netstat";

    private static readonly Lazy<string> Link = new(MakeLink);

    private static readonly Dictionary<string, IReadOnlyList<Invocation>> Groups = new(StringComparer.Ordinal)
    {
        ["every option with every table"] = NetstatInvocations.Cover,
        ["what people type"] = NetstatInvocations.Typed,
        ["routes, interfaces, groups, counters"] = NetstatInvocations.Modes,
        ["what is typed wrong"] = NetstatInvocations.Wrong,
    };

    public static TheoryData<string> Names => [.. Groups.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Minato_prints_what_the_installed_netstat_prints(string group)
    {
        Assert.SkipUnless(File.Exists(Original), $"{Original} is not installed");
        List<string> differences = [];
        foreach (Invocation[] part in Groups[group].Chunk(60))
            differences.AddRange(Batch.Differences(scene.Fresh(), Original, Link.Value, part));
        Differ.None(differences);
    }

    [Theory]
    [InlineData("MINATO_SOURCE=proc")]
    [InlineData("MINATO_OWNERS=proc")]
    public void It_does_so_whatever_the_rows_and_owners_come_from(string variable)
    {
        Assert.SkipUnless(File.Exists(Original), $"{Original} is not installed");
        Differ.None(Batch.Differences(scene.Fresh(), Original, $"env {variable} {Link.Value}", NetstatInvocations.Typed));
    }

    [Fact]
    public void The_cover_is_not_small() => Assert.InRange(NetstatInvocations.Cover.Count, 70, 1000);

    // The name under which it is started chooses the door.
    private static string MakeLink()
    {
        string link = Path.Combine(Workshop.MakeDirectory("netstat-link"), "netstat");
        File.CreateSymbolicLink(link, Workshop.Minato);
        return link;
    }
}
