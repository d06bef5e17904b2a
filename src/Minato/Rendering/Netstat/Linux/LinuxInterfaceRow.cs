using System;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>An interface as net-tools knows it: a label of an IPv4 address (<c>eth0:1</c>) is one of its own, without counters.</summary>
/// <param name="name">The interface's name, or the label.</param>
/// <param name="link">The interface.</param>
/// <param name="address">The first IPv4 address under that name, or null.</param>
internal readonly struct LinuxInterfaceRow(byte[] name, InterfaceEntry link, InterfaceAddress? address)
{
    public byte[] Name { get; } = name;

    public InterfaceEntry Link { get; } = link;

    public InterfaceAddress? Address { get; } = address;

    public bool IsAlias => !ReferenceEquals(Name, Link.Name);

    /// <summary>The rows in net-tools' order, without interfaces that are down unless all are wanted.</summary>
    public static ReadOnlySpan<LinuxInterfaceRow> ListOf(InterfaceEntry[] interfaces, bool all)
    {
        LinuxInterfaceRow[] rows = new LinuxInterfaceRow[interfaces.Length];
        int count = 0;
        foreach (InterfaceEntry link in interfaces)
        {
            if (all || !link.HasLink || (link.Flags & InterfaceFlags.Up) != 0) Add(ref rows, ref count, link);
        }

        return rows.AsSpan(0, count);
    }

    // An interface, and its labels, each in its place.
    private static void Add(ref LinuxInterfaceRow[] rows, ref int count, InterfaceEntry link)
    {
        InterfaceAddress? own = null;
        foreach (InterfaceAddress address in link.Addresses)
        {
            if (address.Address.IsV6) continue;
            if (address.Label is null || address.Label.AsSpan().SequenceEqual(link.Name)) own ??= address;
            else Insert(ref rows, ref count, new LinuxInterfaceRow(address.Label, link, address));
        }

        Insert(ref rows, ref count, new LinuxInterfaceRow(link.Name, link, own));
    }

    // The first address of a label stands for all, and an interface for a label that has its name.
    private static void Insert(ref LinuxInterfaceRow[] rows, ref int count, in LinuxInterfaceRow row)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = LinuxInterfaceOrder.Compare(rows[middle].Name, row.Name);
            if (order == 0)
            {
                if (!row.IsAlias) rows[middle] = row;
                return;
            }

            if (order < 0) low = middle + 1;
            else high = middle;
        }

        if (count == rows.Length) Array.Resize(ref rows, count * 2 + 1);
        rows.AsSpan(low, count - low).CopyTo(rows.AsSpan(low + 1));
        rows[low] = row;
        count++;
    }
}
