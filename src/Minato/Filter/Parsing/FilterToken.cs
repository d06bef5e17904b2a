namespace Minato.Filter.Parsing;

/// <summary>A token of a filter: its text without escapes, and where it stood.</summary>
internal readonly record struct FilterToken(string Text, int Word, int Column)
{
    /// <summary>The token from its letter <paramref name="start"/> on.</summary>
    public FilterToken From(int start) => new(Text[start..], Word, Column + start);

    /// <summary>The token's first letters.</summary>
    public FilterToken Before(int end) => this with { Text = Text[..end] };
}
