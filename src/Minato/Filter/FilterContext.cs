using Minato.Model;

namespace Minato.Filter;

/// <summary>What a filter is read against.</summary>
internal sealed class FilterContext
{
    /// <summary>The language.</summary>
    public required FilterGrammar Grammar { get; init; }

    /// <summary>Turns names into numbers.</summary>
    public required IFilterNames Names { get; init; }

    /// <summary>The family that the options chose last: addresses that name no family are read as its, and it becomes the only one (so does ss).</summary>
    public SocketFamily? PreferredFamily { get; init; }

    /// <summary>The kinds of sockets asked: a service name is looked up for those of TCP and UDP that are among them.</summary>
    public Transports Transports { get; init; } = Transports.All;

    /// <summary>What <c>state all</c> stands for, and <c>exclude</c> takes from.</summary>
    public StateSet AllStates { get; init; } = StateSet.All;

    /// <summary>The states that the options chose: they hold for each side of an <c>or</c> that says nothing of states.</summary>
    public StateSet DefaultStates { get; init; } = StateSet.Connected;
}
