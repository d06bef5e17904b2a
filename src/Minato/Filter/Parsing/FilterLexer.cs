using System;
using System.Collections.Generic;
using System.Text;

namespace Minato.Filter.Parsing;

/// <summary>
/// Words as typed → tokens, parted by blanks and tabs. A backslash takes the next letter as it is, but no word becomes a
/// different one by it: <c>\(</c> is a parenthesis, as in ss.
/// </summary>
internal static class FilterLexer
{
    public static List<FilterToken> Read(ReadOnlySpan<string> words, int firstWord, bool isExact)
    {
        List<FilterToken> tokens = new(words.Length);
        for (int i = firstWord; i < words.Length; i++) ReadWord(words[i], i, isExact, tokens);
        return tokens;
    }

    private static void ReadWord(string word, int index, bool isExact, List<FilterToken> tokens)
    {
        for (int at = 0; at < word.Length;)
        {
            if (IsBlank(word[at], isExact))
            {
                at++;
                continue;
            }

            int start = at;
            bool isEscaped = false;
            for (; at < word.Length && !IsBlank(word[at], isExact); at++)
            {
                if (word[at] != '\\') continue;
                isEscaped = true;
                if (++at == word.Length) break;
            }

            at = Math.Min(at, word.Length);
            string text = isEscaped ? Unescape(word.AsSpan(start, at - start)) : start == 0 && at == word.Length ? word : word[start..at];
            if (text.Length > 0) tokens.Add(new FilterToken(text, index, start));
        }
    }

    // Lines of a file end with newlines, which ss takes away itself.
    private static bool IsBlank(char letter, bool isExact) => letter is ' ' or '\t' || (!isExact && letter is '\n' or '\r');

    private static string Unescape(ReadOnlySpan<char> word)
    {
        StringBuilder text = new(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] == '\\' && ++i == word.Length) break;
            text.Append(word[i]);
        }

        return text.ToString();
    }
}
