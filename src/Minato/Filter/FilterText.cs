using System;
using System.Collections.Generic;
using Minato.Filter.Parsing;
using Minato.Model;

namespace Minato.Filter;

/// <summary>Reads filters: <c>[state S | exclude S]… [EXPRESSION]</c>, the language of ss(8) and Minato's words in it.</summary>
internal static class FilterText
{
    // More than anybody writes by hand; what programs write goes through ss's own grammar, which has no limit.
    private const int MaxLength = 64 * 1024;

    private const string SsIncomplete = "Command line is not complete. Try option \"help\"\n";

    /// <summary>Reads the words of a command line. Each may hold several tokens.</summary>
    public static FilterParse Parse(ReadOnlySpan<string> words, FilterContext context) => Parse(words, [], context);

    /// <summary>Reads the words of a command line and then the lines of a filter file; errors count the lines on from the words.</summary>
    public static FilterParse Parse(ReadOnlySpan<string> words, ReadOnlySpan<string> lines, FilterContext context)
    {
        bool isExact = context.Grammar == FilterGrammar.SsExact;
        if (!isExact && Length(words) + Length(lines) > MaxLength)
            return new FilterParse { Error = new FilterError("the filter is longer than " + MaxLength + " letters", 0, 0) };

        if (!TryReadStates(words, context, out int first, out StateSet? states, out FilterError? error)) return new FilterParse { Error = error };

        List<FilterToken> tokens = FilterLexer.Read(words, first, isExact);
        if (!lines.IsEmpty)
        {
            string[] all = [.. words, .. lines];
            tokens.AddRange(FilterLexer.Read(all, words.Length, isExact));
        }

        // "state established or dport = :80", the states being words of their own: they are the first condition then.
        bool isJoined = !isExact && states is not null && first < words.Length && words[first] is "and" or "&" or "&&" or "or" or "|" or "||";
        StateSet? apart = isJoined ? null : states;
        FilterParser parser = new(context, tokens, words.Length + lines.Length, apart is { IsEmpty: false } said ? said : context.DefaultStates);
        Expression? expression = parser.Parse(isJoined ? states : null);
        if (parser.Error is not null) return new FilterParse { Error = parser.Error };
        if (expression is null) return new FilterParse { States = states };
        return new FilterParse
        {
            Filter = new SocketFilter(expression, context.Grammar),
            States = parser.RestrictTo(apart),
            Family = parser.Family,
            Mix = parser.Mix,
            Note = context.Grammar == FilterGrammar.Ss ? parser.Note : null,
        };
    }

    // ss takes these only before everything else, each a word of its own, and the first one replaces what options chose.
    private static bool TryReadStates(
        ReadOnlySpan<string> words, FilterContext context, out int first, out StateSet? states, out FilterError? error)
    {
        states = null;
        error = null;
        for (first = 0; first < words.Length && words[first] is "state" or "exclude" or "excl"; first += 2)
        {
            bool isExcluded = words[first] != "state";
            if (first + 1 == words.Length)
            {
                error = new FilterError("'" + words[first] + "' needs a state", words.Length, 0, "a state such as established") { SsText = SsIncomplete };
                return false;
            }

            string word = words[first + 1];

            // "state = established" is Minato's and read with the expression.
            if (context.Grammar != FilterGrammar.SsExact && Signs.Of(word) != Sign.None) return true;
            bool isState = context.Grammar == FilterGrammar.SsExact
                ? StateWords.TryParseSs(word, context.AllStates, out StateSet named)
                : StateWords.TryParse(word, context.AllStates, out named);
            if (!isState)
            {
                error = FilterParser.StateError(word, first + 1, 0);
                return false;
            }

            states = isExcluded ? (states ?? context.AllStates).Without(named) : (states ?? default(StateSet)) | named;
        }

        return true;
    }

    private static long Length(ReadOnlySpan<string> words)
    {
        long length = 0;
        foreach (string word in words) length += word.Length;
        return length;
    }
}
