using Minato.Filter;
using Minato.Model;

namespace Minato.Tests.Filter;

/// <summary>Short ways to read a filter in a test.</summary>
internal static class Filters
{
    public static FilterParse Parse(
        string filter, FilterGrammar grammar = FilterGrammar.Ss, SocketFamily? preferred = null, StateSet? defaults = null) =>
        FilterText.Parse([filter], Context(grammar, preferred, defaults));

    public static FilterParse ParseWords(FilterGrammar grammar, params string[] words) => FilterText.Parse(words, Context(grammar));

    public static SocketFilter Read(string filter, FilterGrammar grammar = FilterGrammar.Ss, SocketFamily? preferred = null)
    {
        FilterParse parse = Parse(filter, grammar, preferred);
        Assert.True(parse.Error is null, parse.Error?.Problem);
        return parse.Filter!;
    }

    public static FilterContext Context(FilterGrammar grammar, SocketFamily? preferred = null, StateSet? defaults = null) => new()
    {
        Grammar = grammar,
        Names = FakeNames.World,
        PreferredFamily = preferred,
        DefaultStates = defaults ?? StateSet.Connected,
    };
}
