using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Minato.Tests.Abi;

/// <summary>What came out of holding facts against a header.</summary>
internal sealed record AbiVerdict(IReadOnlyList<string> Wrong, IReadOnlyList<string> NotByHeader);

/// <summary>Lets the C compiler prove facts of one header, and takes those that the header is too old for from the table.</summary>
internal static class HeaderProof
{
    public static AbiVerdict Of(string header, IEnumerable<AbiFact> facts, IReadOnlyList<NewerFact> newer)
    {
        ILookup<bool, AbiFact> here = facts.ToLookup(fact => fact.OnlyIf is null || CCompiler.Defines(fact.OnlyIf));
        List<string> notByHeader = [.. here[false].GroupBy(fact => fact.OnlyIf, NotChecked, StringComparer.Ordinal)];
        List<string> wrong = [];

        Dictionary<AbiFact, string> unknown =
            Refused(header, [.. here[true]], (fact, i) => $"enum {{ probe_{i} = sizeof({fact.Expression}) }};");
        foreach ((AbiFact fact, string error) in unknown)
        {
            NewerFact? entry = newer.FirstOrDefault(entry => entry.Header == header && entry.Expression == fact.Expression);
            if (entry is null) wrong.Add($"{fact.Expression}: {header} does not know it ({error}), nor does the table of newer facts");
            else if (entry.Value != fact.Ours) wrong.Add($"{fact.Expression} is {fact.Ours} here, {entry.Value} in Linux {entry.Kernel}");
            else notByHeader.Add($"{fact.Expression}: {entry.Value} by the table, Linux {entry.Kernel}; the installed {header} is older");
        }

        AbiFact[] known = [.. here[true].Where(fact => !unknown.ContainsKey(fact))];
        wrong.AddRange(Refused(header, known, (fact, _) => $"_Static_assert(({fact.Expression}) == {fact.Literal}, \"differs\");")
            .Keys.Select(fact => $"{fact.Expression} is {fact.Ours} here, but not in {header}"));
        return new AbiVerdict(wrong, notByHeader);
    }

    private static string NotChecked(string? machine, IEnumerable<AbiFact> facts) =>
        $"not checked, as this is not {machine}: {string.Join(", ", facts.Select(fact => fact.Expression))}";

    /// <summary>The facts whose C statement does not compile, each with the first error.</summary>
    private static Dictionary<AbiFact, string> Refused(string header, AbiFact[] facts, Func<AbiFact, int, string> statement)
    {
        StringBuilder source = new($"#define _GNU_SOURCE\n#include <stddef.h>\n#include <stdint.h>\n#include <sys/socket.h>\n#include <{header}>\n");
        for (int i = 0; i < facts.Length; i++) source.Append(CCompiler.Numbered(i + 1, statement(facts[i], i)));

        Dictionary<AbiFact, string> refused = [];
        foreach (CError error in CCompiler.Errors(source.ToString()))
        {
            if (error.Fact is not int number) Assert.Fail($"{header} does not compile: {error.Text}");
            else refused.TryAdd(facts[number - 1], error.Text);
        }

        return refused;
    }
}
