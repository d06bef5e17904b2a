using System;
using System.Text;

namespace Minato.Rendering.Netstat;

/// <summary>Sentences about a counter. All are ASCII.</summary>
internal static class CounterText
{
    /// <summary>Appends a sentence with the number in place of its %.</summary>
    public static void Append(Utf8Sink sink, string text, ulong number)
    {
        int at = text.IndexOf('%', StringComparison.Ordinal);
        Append(sink, text.AsSpan(0, at));
        sink.AppendNumber(number);
        Append(sink, text.AsSpan(at + 1));
    }

    /// <summary>Appends ASCII.</summary>
    public static void Append(Utf8Sink sink, ReadOnlySpan<char> text)
    {
        Ascii.FromUtf16(text, sink.Room(text.Length), out int written);
        sink.Advance(written);
    }
}
