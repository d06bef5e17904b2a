using System;
using Minato.Filter.Conditions;

namespace Minato.Filter.Parsing;

/// <summary>A comparison as it is typed.</summary>
internal enum Sign : byte
{
    None,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary>Reading signs.</summary>
internal static class Signs
{
    private const int MaxLength = 3;

    /// <summary>The sign that a whole token is; ss has words for all of them.</summary>
    public static Sign Of(string token) => token.Length > MaxLength ? Sign.None : token switch
    {
        "=" or "==" or "eq" => Sign.Equal,
        "!=" or "ne" or "neq" => Sign.NotEqual,
        "<" or "lt" => Sign.Less,
        "<=" or "le" or "leq" => Sign.AtMost,
        ">" or "gt" => Sign.Greater,
        ">=" or "ge" or "geq" => Sign.AtLeast,
        _ => Sign.None,
    };

    /// <summary>How many letters of a sign the text begins with.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] is not ('=' or '!' or '<' or '>')) return 0;
        if (text.Length > 1 && text[1] == '=') return 2;
        return text[0] == '!' ? 0 : 1;
    }

    /// <summary>The comparison; of "is not" the one that is to be negated.</summary>
    public static Comparison ToComparison(this Sign sign) => sign switch
    {
        Sign.Less => Comparison.Less,
        Sign.AtMost => Comparison.AtMost,
        Sign.Greater => Comparison.Greater,
        Sign.AtLeast => Comparison.AtLeast,
        _ => Comparison.Equal,
    };
}
