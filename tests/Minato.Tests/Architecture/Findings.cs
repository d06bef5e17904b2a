using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Architecture;

/// <summary>What a check of the whole house found: all of it is shown, since one cause often has many places.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        string[] all = [.. findings.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (all.Length > 0) Assert.Fail(string.Join('\n', all.Prepend($"{all.Length} found:")));
    }
}
