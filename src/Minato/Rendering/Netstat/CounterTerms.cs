using System;
using System.Text;
using Minato.Model;

namespace Minato.Rendering.Netstat;

/// <summary>
/// A number that another system prints, as a sum of Linux' counters: <c>Tcp.OutSegs+Tcp.RetransSegs</c>. A term behind a
/// question mark is 0 where the kernel has no such counter: it lists types of ICMP messages only once it met one, and
/// counters of IPv6 only if it has IPv6.
/// </summary>
internal static class CounterTerms
{
    private const int LongestName = 64;

    /// <summary>False when the kernel lacks a counter of the sum: then nothing is known of the number.</summary>
    public static bool TrySum(CounterTable table, ReadOnlySpan<char> terms, out ulong sum)
    {
        sum = 0;
        while (!terms.IsEmpty)
        {
            int end = terms.IndexOf('+');
            ReadOnlySpan<char> term = end < 0 ? terms : terms[..end];
            terms = end < 0 ? default : terms[(end + 1)..];
            bool isOptional = term[0] == '?';
            if (isOptional) term = term[1..];
            if (TryGet(table, term, out long value)) sum += (ulong)value;
            else if (!isOptional) return false;
        }

        return true;
    }

    private static bool TryGet(CounterTable table, ReadOnlySpan<char> term, out long value)
    {
        Span<byte> name = stackalloc byte[LongestName];
        Ascii.FromUtf16(term, name, out int length);
        name = name[..length];
        int dot = name.IndexOf((byte)'.');
        return table.TryGet(name[..dot], name[(dot + 1)..], out value);
    }
}
