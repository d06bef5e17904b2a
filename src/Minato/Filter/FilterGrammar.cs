namespace Minato.Filter;

/// <summary>Which language a filter is written in.</summary>
internal enum FilterGrammar
{
    /// <summary>What ss accepts and nothing else, with ss's own errors.</summary>
    SsExact,

    /// <summary>ss's language and Minato's words in it; <c>and</c> and <c>or</c> weigh the same, from left to right, as in ss.</summary>
    Ss,

    /// <summary>The same words, but <c>and</c> beside <c>or</c> needs parentheses.</summary>
    Native,
}
