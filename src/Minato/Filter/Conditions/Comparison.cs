namespace Minato.Filter.Conditions;

/// <summary>How a number is compared. "Is not" is <c>not</c> before "is".</summary>
internal enum Comparison : byte
{
    Equal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// <summary>Comparing, and the signs for it.</summary>
internal static class ComparisonRules
{
    public static bool Holds(this Comparison comparison, long left, long right) => comparison switch
    {
        Comparison.Less => left < right,
        Comparison.AtMost => left <= right,
        Comparison.Greater => left > right,
        Comparison.AtLeast => left >= right,
        _ => left == right,
    };

    public static string Sign(this Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Greater => ">",
        Comparison.AtLeast => ">=",
        _ => "=",
    };
}
