using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// net/snmp6 and net/sctp/snmp (net/ipv6/proc.c, net/sctp/proc.c): a counter a line, <c>Ip6InReceives 307</c>. Names are
/// kept whole.
/// </summary>
internal static class CounterLineDecoder
{
    /// <summary>Groups are what the names begin with, up to the 6 of <c>Ip6</c>, <c>Icmp6</c>, <c>UdpLite6</c>.</summary>
    public static void DecodeV6(ReadOnlySpan<byte> text, CounterTable into) => Decode(text, default, into);

    /// <summary>All counters are of one group.</summary>
    public static void Decode(ReadOnlySpan<byte> text, ReadOnlySpan<byte> group, CounterTable into)
    {
        bool begun = false;
        text = CounterWords.Whole(text);
        while (!text.IsEmpty)
        {
            ReadOnlySpan<byte> line = CounterWords.NextLine(ref text);
            ReadOnlySpan<byte> name = CounterWords.Next(ref line);
            if (name.IsEmpty) continue;
            if (!CounterWords.TryNumber(CounterWords.Next(ref line), out long value))
            {
                into.Damaged++;
                continue;
            }

            ReadOnlySpan<byte> wanted = group.IsEmpty ? name[..Prefix(name)] : group;
            if (!begun || !into.Current.SequenceEqual(wanted)) into.Begin(wanted);
            begun = true;
            into.Add(name, value);
        }
    }

    private static int Prefix(ReadOnlySpan<byte> name)
    {
        int six = name.IndexOf((byte)'6');
        return six < 0 ? name.Length : six + 1;
    }
}
