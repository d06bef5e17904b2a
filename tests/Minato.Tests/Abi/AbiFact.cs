using System.Globalization;

namespace Minato.Tests.Abi;

/// <summary>An integer that C computes from a header, and what Minato takes it to be.</summary>
internal sealed record AbiFact(string Header, string Expression, decimal Ours)
{
    /// <summary>The macro of the only architecture on which it holds, or null.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>The value as a C literal wide enough for it.</summary>
    public string Literal => Ours.ToString(CultureInfo.InvariantCulture) + (Ours > long.MaxValue ? "ULL" : "LL");
}
