namespace Minato.Filter;

/// <summary>What is wrong with a filter, and where.</summary>
/// <param name="Problem">What was wrong, in Minato's words.</param>
/// <param name="Word">Which of the given words, from 0; one more than the last when something is missing at the end.</param>
/// <param name="Column">Which letter of it, from 0.</param>
/// <param name="Expected">What could have stood there, or null.</param>
/// <param name="Nearest">The known word that comes nearest, or null.</param>
internal sealed record FilterError(string Problem, int Word, int Column, string? Expected = null, string? Nearest = null)
{
    /// <summary>What ss writes to its standard error, whole lines (without the usage that follows where <see cref="SsShowsUsage"/>).</summary>
    public string SsText { get; init; } = "";

    /// <summary>ss's exit code for it.</summary>
    public int SsExitCode { get; init; } = 255;

    /// <summary>Whether ss prints its usage after the text.</summary>
    public bool SsShowsUsage { get; init; }
}
