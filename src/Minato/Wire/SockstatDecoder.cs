using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// net/sockstat and net/sockstat6 (net/ipv4/proc.c): a group a line, each number behind its name,
/// <c>TCP: inuse 1 orphan 42 tw 2 alloc 43 mem 8</c>.
/// </summary>
internal static class SockstatDecoder
{
    public static void Decode(ReadOnlySpan<byte> text, CounterTable into)
    {
        text = CounterWords.Whole(text);
        while (!text.IsEmpty)
        {
            ReadOnlySpan<byte> line = CounterWords.NextLine(ref text);
            if (line.Trim(" \t\r"u8).IsEmpty) continue;
            int colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                into.Damaged++;
                continue;
            }

            into.Begin(line[..colon]);
            line = line[(colon + 1)..];
            while (CounterWords.Next(ref line) is { IsEmpty: false } name)
            {
                if (CounterWords.TryNumber(CounterWords.Next(ref line), out long value)) into.Add(name, value);
                else into.Damaged++;
            }
        }
    }
}
