using System;

namespace Minato.Rendering.Netstat;

/// <summary>Sentences about a counter. All are ASCII.</summary>
internal static class CounterText
{
    /// <summary>Appends a sentence with the number in place of its %.</summary>
    public static void Append(Utf8Sink sink, string text, ulong number)
    {
        int at = text.IndexOf('%', StringComparison.Ordinal);
        NetstatText.AppendAscii(sink, text.AsSpan(0, at));
        sink.AppendNumber(number);
        NetstatText.AppendAscii(sink, text.AsSpan(at + 1));
    }
}
