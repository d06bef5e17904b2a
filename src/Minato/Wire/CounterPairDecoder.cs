using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// net/snmp and net/netstat (net/ipv4/proc.c): pairs of lines that begin with the same group, names above numbers. A name
/// without a number is dropped and counted; a line without its pair too.
/// </summary>
internal static class CounterPairDecoder
{
    public static void Decode(ReadOnlySpan<byte> text, CounterTable into)
    {
        ReadOnlySpan<byte> names = default;
        text = CounterWords.Whole(text);
        while (!text.IsEmpty)
        {
            ReadOnlySpan<byte> line = CounterWords.NextLine(ref text);
            if (line.Trim(" \t\r"u8).IsEmpty) continue;
            int colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                into.Damaged++;
            }
            else if (names.IsEmpty)
            {
                names = line;
            }
            else if (names.StartsWith(line[..(colon + 1)]))
            {
                DecodePair(names, line, colon, into);
                names = default;
            }
            else
            {
                // What these numbers count was in a line that is missing, or theirs is.
                into.Damaged++;
                names = line;
            }
        }

        if (!names.IsEmpty) into.Damaged++;
    }

    private static void DecodePair(ReadOnlySpan<byte> names, ReadOnlySpan<byte> numbers, int colon, CounterTable into)
    {
        into.Begin(names[..colon]);
        names = names[(colon + 1)..];
        numbers = numbers[(colon + 1)..];
        while (true)
        {
            ReadOnlySpan<byte> name = CounterWords.Next(ref names);
            ReadOnlySpan<byte> number = CounterWords.Next(ref numbers);
            if (name.IsEmpty)
            {
                if (!number.IsEmpty) into.Damaged++;
                return;
            }

            if (CounterWords.TryNumber(number, out long value)) into.Add(name, value);
            else into.Damaged++;
        }
    }
}
