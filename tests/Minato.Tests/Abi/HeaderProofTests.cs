using System;

namespace Minato.Tests.Abi;

/// <summary>The proof itself, held against samples that are right and wrong.</summary>
public sealed class HeaderProofTests
{
    private const string Header = "linux/netlink.h";
    private const string LaterOffset = "offsetof(struct nlattr, nla_later)";
    private const string LaterSize = "sizeof(((struct nlattr *)0)->nla_later)";

    [Theory]
    [InlineData(typeof(AbiSamples.Right))]
    [InlineData(typeof(AbiSamples.Prefix))]
    [InlineData(typeof(AbiSamples.RightConstants))]
    public void A_true_mirror_is_proved(Type type)
    {
        AbiVerdict verdict = Prove(type);
        Assert.Empty(verdict.Wrong);
        Assert.Empty(verdict.NotByHeader);
    }

    [Theory]
    [InlineData(typeof(AbiSamples.Swapped), "offsetof(struct nlattr, nla_type) is 0 here")]
    [InlineData(typeof(AbiSamples.Narrow), "sizeof(((struct nlattr *)0)->nla_type) is 1 here")]
    [InlineData(typeof(AbiSamples.Short), "sizeof(struct nlattr) is 2 here")]
    [InlineData(typeof(AbiSamples.WrongConstants), "NLMSG_DONE is 4 here")]
    public void What_differs_from_the_header_is_named(Type type, string finding) =>
        Assert.Contains(Prove(type).Wrong, line => line.StartsWith(finding, StringComparison.Ordinal));

    [Fact]
    public void What_the_header_lacks_must_stand_in_the_table() =>
        Assert.Contains(
            Prove(typeof(AbiSamples.Newer)).Wrong,
            line => line.StartsWith(LaterOffset + ": linux/netlink.h does not know", StringComparison.Ordinal));

    [Fact]
    public void What_the_header_lacks_is_proved_by_the_table_which_is_then_named()
    {
        AbiVerdict verdict = Prove(typeof(AbiSamples.Newer), new(Header, LaterOffset, 4, "9.9"), new(Header, LaterSize, 4, "9.9"));
        Assert.Empty(verdict.Wrong);
        Assert.Equal(2, verdict.NotByHeader.Count);
        Assert.All(verdict.NotByHeader, line => Assert.Contains("by the table, Linux 9.9", line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_differs_from_the_table_is_named()
    {
        AbiVerdict verdict = Prove(typeof(AbiSamples.Newer), new(Header, LaterOffset, 8, "9.9"), new(Header, LaterSize, 4, "9.9"));
        Assert.Equal(LaterOffset + " is 4 here, 8 in Linux 9.9", Assert.Single(verdict.Wrong));
    }

    [Fact]
    public void A_header_that_knows_a_name_is_believed_before_the_table()
    {
        AbiVerdict verdict = Prove(typeof(AbiSamples.WrongConstants), new NewerFact(Header, "NLMSG_DONE", 4, "9.9"));
        Assert.Equal("NLMSG_DONE is 4 here, but not in linux/netlink.h", Assert.Single(verdict.Wrong));
    }

    [Fact]
    public void A_layout_of_another_machine_is_left_out_and_named()
    {
        AbiVerdict verdict = Prove(typeof(AbiSamples.Elsewhere));
        Assert.Empty(verdict.Wrong);
        Assert.StartsWith("not checked, as this is not __no_such_machine__: sizeof(struct nlattr)", Assert.Single(verdict.NotByHeader));
    }

    private static AbiVerdict Prove(Type type, params NewerFact[] newer)
    {
        Assert.SkipWhen(CCompiler.Missing is not null, CCompiler.Missing ?? "");
        return HeaderProof.Of(Header, AbiFacts.Of(type), newer);
    }
}
