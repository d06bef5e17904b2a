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

    /// <summary>
    /// By the text before a last number, then by that number, then by both as they are written, then by the number of a label.
    /// Observed by random names.
    /// </summary>
    internal static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        ReadOnlySpan<byte> name = WithoutLabel(one, out int label);
        ReadOnlySpan<byte> otherName = WithoutLabel(other, out int otherLabel);
        int digits = NumberAt(name);
        int otherDigits = NumberAt(otherName);
        int order = name[..digits].SequenceCompareTo(otherName[..otherDigits]);
        if (order == 0) order = Number(name[digits..]).CompareTo(Number(otherName[otherDigits..]));
        if (order == 0) order = name.SequenceCompareTo(otherName);
        if (order == 0) order = label.CompareTo(otherLabel);
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

    // Of "eth0:1" it is "eth0" and 1; "eth0:x" is a name like others.
    private static ReadOnlySpan<byte> WithoutLabel(ReadOnlySpan<byte> name, out int label)
    {
        label = 0;
        int at = NumberAt(name);
        if (at == 0 || at == name.Length || name[at - 1] != (byte)':') return name;
        label = Number(name[at..]);
        return name[..(at - 1)];
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
