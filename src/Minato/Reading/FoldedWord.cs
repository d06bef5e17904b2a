using System;
using System.Runtime.CompilerServices;

namespace Minato.Reading;

/// <summary>
/// A word of capitals in the form in which such words are compared: without dashes and underscores, and <c>*</c> for each run of
/// bytes that are not ASCII or stand for lost characters. So ABHÖREN is one word in UTF-8 (C3 96), in code page 850 (99), in
/// 1252 (D6), as a question mark, and after being taken for another code page.
/// </summary>
internal struct FoldedWord
{
    private const int Room = 24;

    private Letters _letters;
    private int _length;

    public FoldedWord(ReadOnlySpan<byte> word)
    {
        foreach (byte value in word)
        {
            if (value is (byte)'_' or (byte)'-') continue;
            bool isForeign = value >= 0x80 || value == (byte)'?';
            if (isForeign && _length > 0 && _letters[_length - 1] == (byte)'*') continue;
            if (_length == Room)
            {
                _length = 0;
                return;
            }

            _letters[_length++] = isForeign ? (byte)'*' : value;
        }
    }

    /// <summary>The word; empty when it is longer than any that is known.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<byte> Span => ((ReadOnlySpan<byte>)_letters)[.._length];

    [InlineArray(Room)]
    private struct Letters
    {
        private byte _first;
    }
}
