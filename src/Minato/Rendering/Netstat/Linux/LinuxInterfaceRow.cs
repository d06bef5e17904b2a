using System;
using System.Buffers.Text;
using System.Collections.Generic;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>An interface as net-tools knows it: a label of an IPv4 address (<c>eth0:1</c>) is one of its own, without counters.</summary>
/// <param name="Name">The interface's name, or the label.</param>
/// <param name="Link">The interface.</param>
/// <param name="Address">The first IPv4 address under that name, or null.</param>
internal sealed record LinuxInterfaceRow(byte[] Name, InterfaceEntry Link, InterfaceAddress? Address)
{
    public bool IsAlias => Name != Link.Name;

    /// <summary>The rows in net-tools' order, without interfaces that are down unless all are wanted.</summary>
    public static List<LinuxInterfaceRow> ListOf(List<InterfaceEntry> interfaces, bool all)
    {
        List<LinuxInterfaceRow> rows = [];
        foreach (InterfaceEntry link in interfaces)
        {
            if (all || !link.HasLink || (link.Flags & InterfaceFlags.Up) != 0) Add(rows, link);
        }

        rows.Sort(static (one, other) => Compare(one.Name, other.Name));
        return rows;
    }

    /// <summary>By the text before a last number, then by that number as C's int, then by the whole text.</summary>
    internal static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        int digits = NumberAt(one);
        int otherDigits = NumberAt(other);
        int order = one[..digits].SequenceCompareTo(other[..otherDigits]);
        if (order == 0) order = Number(one[digits..]).CompareTo(Number(other[otherDigits..]));
        return order != 0 ? order : one.SequenceCompareTo(other);
    }

    private static void Add(List<LinuxInterfaceRow> rows, InterfaceEntry link)
    {
        InterfaceAddress? own = null;
        int first = rows.Count;
        foreach (InterfaceAddress address in link.Addresses)
        {
            if (address.Address.IsV6) continue;
            if (address.Label is null || address.Label.AsSpan().SequenceEqual(link.Name)) own ??= address;
            else if (!Has(rows, first, address.Label)) rows.Add(new LinuxInterfaceRow(address.Label, link, address));
        }

        rows.Insert(first, new LinuxInterfaceRow(link.Name, link, own));
    }

    private static bool Has(List<LinuxInterfaceRow> rows, int first, ReadOnlySpan<byte> label)
    {
        for (int i = first; i < rows.Count; i++)
        {
            if (label.SequenceEqual(rows[i].Name)) return true;
        }

        return false;
    }

    private static int NumberAt(ReadOnlySpan<byte> name)
    {
        int at = name.Length;
        while (at > 0 && name[at - 1] is >= (byte)'0' and <= (byte)'9') at--;
        return at;
    }

    // A name has at most 15 digits; atoi(3) keeps the low half.
    private static int Number(ReadOnlySpan<byte> digits) => Utf8Parser.TryParse(digits, out long number, out _) ? unchecked((int)number) : 0;
}
