using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Minato.Interop;
using Minato.Tests.Architecture;

namespace Minato.Tests.Abi;

/// <summary>Our structs and constants are those of the C headers of this machine.</summary>
public sealed class AbiTests
{
    public static TheoryData<string> Headers { get; } =
        [.. AbiFacts.OfLibrary.Select(fact => fact.Header).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Headers))]
    public void Ours_agrees_with_the_header(string header)
    {
        Assert.SkipWhen(CCompiler.Missing is not null, CCompiler.Missing ?? "");
        AbiVerdict verdict = HeaderProof.Of(header, AbiFacts.OfLibrary.Where(fact => fact.Header == header), NewerFacts.All);
        foreach (string note in verdict.NotByHeader) TestContext.Current.TestOutputHelper?.WriteLine(note);
        Findings.None(verdict.Wrong);
    }

    [Fact]
    public void A_struct_with_open_fields_names_the_C_type_that_it_mirrors() => Findings.None(
        from type in typeof(NativeLayoutAttribute).Assembly.GetTypes()
        where type is { IsValueType: true, IsEnum: false } && type.FullName!.StartsWith("Minato.Interop.", StringComparison.Ordinal)
        where type.GetFields(BindingFlags.Instance | BindingFlags.Public).Length > 0
        where type.GetCustomAttribute<NativeLayoutAttribute>() is null
        select type.FullName);

    [Fact]
    public void The_table_of_newer_facts_holds_only_what_our_types_claim()
    {
        IEnumerable<(string, string)> claimed = AbiFacts.OfLibrary.Select(fact => (fact.Header, fact.Expression));
        Findings.None(NewerFacts.All.ExceptBy(claimed, entry => (entry.Header, entry.Expression)).Select(entry => entry.Expression));
    }
}
