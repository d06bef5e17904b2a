using Minato.Model;

namespace Minato.Filter;

/// <summary>What came of reading a filter.</summary>
internal sealed class FilterParse
{
    /// <summary>What is wrong with it, or null; then nothing else is set.</summary>
    public FilterError? Error { get; init; }

    /// <summary>The filter; null when the words name states alone, or nothing.</summary>
    public SocketFilter? Filter { get; init; }

    /// <summary>
    /// The states that the words ask for, in place of those of the options; null when they name none. Empty when they
    /// take back what they name: ss then shows what it shows without -a and -l.
    /// </summary>
    public StateSet? States { get; init; }

    /// <summary>The one family that may be shown, because an address named it or the options preferred it; null is no limit.</summary>
    public SocketFamily? Family { get; init; }

    /// <summary>What the filter leaves out although its words seem to say it, as ss does in silence; or null.</summary>
    public string? Note { get; init; }

    /// <summary>Two ways to read the first <c>and</c> beside an <c>or</c> without parentheses; null when there is none.</summary>
    public FilterMix? Mix { get; init; }
}

/// <summary>An expression in which <c>and</c> and <c>or</c> stand side by side.</summary>
/// <param name="Read">With parentheses, as it was read: from left to right.</param>
/// <param name="Other">With parentheses, as it could be meant too.</param>
internal sealed record FilterMix(string Read, string Other);
