using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>The interfaces as Windows' route table shows and names them.</summary>
internal sealed class WindowsInterfaces
{
    // Eight bytes of a hardware address with a blank behind each; what is missing of them is dots.
    private const int HardwareRoom = 24;
    private const int BytesShown = 20;

    private readonly InterfaceEntry[] _all;
    private readonly InterfaceEntry[] _byName;
    private InterfaceEntry? _last;

    public WindowsInterfaces(InterfaceEntry[] all)
    {
        _all = all;
        _byName = SortedByName(all);
    }

    /// <summary>The "Interface List": number, hardware address, and the name where Windows has a description.</summary>
    public void Append(Utf8Sink sink, ReadOnlySpan<byte> newLine)
    {
        foreach (InterfaceEntry card in _all)
        {
            NumberCell.AppendRight(sink, (ulong)card.Index, 3);
            sink.Append("..."u8);
            AppendHardware(sink, card.HardwareType == Loopback ? [] : card.HardwareAddress);
            Untrusted.Append(sink, card.Name);
            sink.Append(newLine);
        }
    }

    /// <summary>The interface of that name, or null: it may have gone since.</summary>
    public InterfaceEntry? Find(ReadOnlySpan<byte> name)
    {
        if (_last is not null && name.SequenceEqual(_last.Name)) return _last;
        int low = 0;
        int high = _byName.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = name.SequenceCompareTo(_byName[middle].Name);
            if (order == 0) return _last = _byName[middle];
            if (order < 0) high = middle - 1;
            else low = middle + 1;
        }

        return null;
    }

    /// <summary>The interface's own IPv4 address in the network of another, else its first; false when it has none.</summary>
    public static bool TryFindAddress(InterfaceEntry card, in IpAddr other, out IpAddr address)
    {
        address = default;
        bool isFound = false;
        foreach (InterfaceAddress own in card.Addresses)
        {
            if (own.Address.IsV6) continue;
            uint mask = Mask(own.PrefixLength);
            if (((uint)own.Address.Low & mask) == ((uint)other.Low & mask))
            {
                address = own.Address;
                return true;
            }

            if (!isFound) address = own.Address;
            isFound = true;
        }

        return isFound;
    }

    /// <summary>The IPv4 mask of a prefix.</summary>
    public static uint Mask(int prefix) => prefix <= 0 ? 0 : uint.MaxValue << (32 - Math.Min(prefix, 32));

    // ARPHRD_LOOPBACK of linux/if_arp.h: its address is six zeros, and Windows' loopback has none.
    private const ushort Loopback = 772;

    // By hand, because each sort of the library is an object at every start.
    private static InterfaceEntry[] SortedByName(InterfaceEntry[] all)
    {
        InterfaceEntry[] sorted = new InterfaceEntry[all.Length];
        for (int count = 0; count < all.Length; count++)
        {
            int low = 0;
            int high = count;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                if (sorted[middle].Name.AsSpan().SequenceCompareTo(all[count].Name) < 0) low = middle + 1;
                else high = middle;
            }

            sorted.AsSpan(low, count - low).CopyTo(sorted.AsSpan(low + 1));
            sorted[low] = all[count];
        }

        return sorted;
    }

    private static void AppendHardware(Utf8Sink sink, ReadOnlySpan<byte> address)
    {
        int used = 0;
        foreach (byte part in address[..Math.Min(address.Length, BytesShown)])
        {
            sink.Append(Digit(part >> 4));
            sink.Append(Digit(part & 0xF));
            sink.Append((byte)' ');
            used += 3;
        }

        for (; used < HardwareRoom; used++) sink.Append((byte)'.');
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}
