using System;

namespace Minato.Filter.Conditions;

/// <summary>
/// Shell patterns as fnmatch(3) reads them without flags, or with FNM_CASEFOLD (ASCII letters): <c>*</c> and <c>?</c>
/// match a slash and a leading dot too.
/// </summary>
internal static class Glob
{
    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, bool ignoreCase = true)
    {
        // Where to go on when the last star has to take one byte more: no other star needs a second thought.
        int starPattern = -1;
        int starText = 0;
        int p = 0;
        int t = 0;
        while (t < text.Length || p < pattern.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                starPattern = ++p;
                starText = t;
                continue;
            }

            if (t < text.Length && p < pattern.Length && TryStep(pattern, ref p, text[t], ignoreCase))
            {
                t++;
                continue;
            }

            if (starPattern < 0 || starText >= text.Length) return false;
            p = starPattern;
            t = ++starText;
        }

        return true;
    }

    /// <summary>Whether a word is a pattern: it holds one of <c>* ? [</c>.</summary>
    public static bool IsPattern(string word) => word.AsSpan().ContainsAny('*', '?', '[');

    // Whether the pattern's next element takes the byte; then the place moves behind it.
    private static bool TryStep(ReadOnlySpan<byte> pattern, ref int p, byte b, bool ignoreCase)
    {
        int next = p + 1;
        byte element = pattern[p];
        bool takes;
        if (element == '?')
        {
            takes = true;
        }
        else if (element == '[' && TrySet(pattern, ref next, b, ignoreCase, out bool isIn))
        {
            takes = isIn;
        }
        else
        {
            if (element == '\\' && next < pattern.Length) element = pattern[next++];
            takes = element == b || (ignoreCase && Fold(element) == Fold(b));
        }

        if (takes) p = next;
        return takes;
    }

    // "[a-z]", "[!abc]"; a bracket that never closes is a plain character.
    private static bool TrySet(ReadOnlySpan<byte> pattern, ref int next, byte b, bool ignoreCase, out bool isIn)
    {
        isIn = false;
        int at = next;
        bool isNegated = at < pattern.Length && pattern[at] is (byte)'!' or (byte)'^';
        if (isNegated) at++;
        for (int first = at; at < pattern.Length; at++)
        {
            if (pattern[at] == ']' && at > first)
            {
                isIn ^= isNegated;
                next = at + 1;
                return true;
            }

            if (pattern[at] == '\\' && at + 1 < pattern.Length) at++;
            byte low = pattern[at];
            byte high = low;
            if (at + 2 < pattern.Length && pattern[at + 1] == '-' && pattern[at + 2] != ']')
            {
                at += 2;
                high = pattern[at];
            }

            isIn |= (b >= low && b <= high) || (ignoreCase && Fold(b) >= Fold(low) && Fold(b) <= Fold(high));
        }

        return false;
    }

    private static byte Fold(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
}
