namespace Minato.Rendering.Netstat.MacOs;

/// <summary>One line of macOS' statistics.</summary>
/// <param name="text">The line: % stands for the number, ~ for the s of more than one.</param>
/// <param name="terms">Its counters (<see cref="CounterTerms"/>), or those of a histogram: <c>IcmpMsg.InType*</c>.</param>
internal readonly struct MacOsCounterLine(string text, string terms)
{
    public string Text { get; } = text;

    public string Terms { get; } = terms;

    public bool IsHistogram => Terms.EndsWith('*');
}
