using System;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>--exact changes bytes, never meaning: how it is asked for, and that it shows the same sockets.</summary>
public sealed class ExactChoiceTests(LessonScene scene) : LessonSceneTest(scene)
{
    private const string Link = "mkdir -p /run/exact && minato link ss --exact=6.1 --dir /run/exact >/dev/null 2>&1 && ";

    [Theory]
    [InlineData("MINATO_EXACT=6.1 ss -tan")]
    [InlineData(Link + "/run/exact/ss -tan")]
    [InlineData(Link + "env -i /run/exact/ss -tan")]
    [InlineData(Link + "MINATO_EXACT= /run/exact/ss --exact=6.1 -tan")]
    public void Option_variable_and_link_ask_for_the_same(string command)
    {
        var asked = Type("ss --exact=6.1 -tan").Succeeded();

        Assert.Contains("\nESTAB ", asked.Output, StringComparison.Ordinal);
        Assert.Equal(asked.Output, Type(command).Succeeded().Output);
    }

    [Theory]
    [InlineData("-tan")]
    [InlineData("-tan state established")]
    [InlineData("-tan exclude listening")]
    [InlineData("-tn state connected exclude established")]
    [InlineData("-tan sport = :22 or sport = :443 and dport = :54321")]
    [InlineData("-tan '(' sport = :22 or sport = :443 ')' and dport != :54321")]
    [InlineData("-tan not dst 203.0.113.0/24")]
    [InlineData("-tan not src 0.0.0.0")]
    [InlineData("-tan src 192.168.1.10:443")]
    [InlineData("-tan dst '[::1]'")]
    [InlineData("-tan dst '[::ffff:203.0.113.50]'")]
    [InlineData("-tan sport '>=' :1024 dport lt :1024")]
    [InlineData("-tan dport = :ssh or sport = :http")]
    [InlineData("-tuan autobound")]
    [InlineData("-tuan dev = lo")]
    [InlineData("-tuln src 127.0.0.1")]
    [InlineData("-tuln4 src 0.0.0.0")]
    [InlineData("-xa src '*'")]
    [InlineData("-tuan fwmark = 0")]
    public void A_filter_selects_the_same_sockets_in_both_modes(string typed) =>
        Assert.Equal(Addresses("ss " + typed), Addresses("ss --exact=6.1 " + typed));

    // Words that no release has are no reason to select anything else, either.
    [Theory]
    [InlineData("-tan state established and dport = :54321", "-tan state established dport = :54321")]
    [InlineData("-tan dport=:54321", "-tan dport = :54321")]
    [InlineData("-tan state ESTAB", "-tan state established")]
    [InlineData("-tan state TIME_WAIT", "-tan state time-wait")]
    [InlineData("-tan host 203.0.113.50", "-tan dst 203.0.113.50")]
    [InlineData("-tan port 54321", "-tan dport = :54321")]
    public void What_Minato_adds_says_the_same_in_other_words(string typed, string asSs) =>
        Assert.Equal(Addresses("ss --exact=6.1 " + asSs), Addresses("ss " + typed));

    private string[] Addresses(string command)
    {
        var lines = Type(command).Lines;
        Assert.NotEmpty(lines);
        return [.. lines.Skip(1).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2..])).Order(StringComparer.Ordinal)];
    }

    private Outcome Type(string line) => Sandbox.Type(FrontDoor.Link, line);
}
