using System;
using System.Buffers.Text;

namespace Minato.Wire;

/// <summary>Words and numbers of the counter files, parted by blanks and tabs.</summary>
internal static class CounterWords
{
    /// <summary>
    /// A text without its last word when no line end follows: the kernel ends every line, so this word was cut, and a number
    /// that lost digits looks like any other.
    /// </summary>
    public static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> text) =>
        text.EndsWith("\n"u8) ? text : text[..(text.LastIndexOfAny(" \t\n"u8) + 1)];

    /// <summary>The next word of a line and what is behind it; nothing at the end.</summary>
    public static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r"u8);
        int end = rest.IndexOfAny(" \t\r"u8);
        ReadOnlySpan<byte> word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return word;
    }

    /// <summary>The next line and what is behind it, without its end.</summary>
    public static ReadOnlySpan<byte> NextLine(scoped ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }

    /// <summary>A whole word of 64 bits, with a sign (Tcp's MaxConn is -1) or without; nothing else is a number.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> word, out long value)
    {
        if (Utf8Parser.TryParse(word, out value, out int used) && used == word.Length) return true;
        if (!Utf8Parser.TryParse(word, out ulong large, out used) || used != word.Length) return false;
        value = unchecked((long)large);
        return true;
    }
}
