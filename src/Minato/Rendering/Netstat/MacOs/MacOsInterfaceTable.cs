using System;
using System.Collections.Generic;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>The interface table of macOS 10.15 and later: a row for the link, and one for each address.</summary>
internal sealed class MacOsInterfaceTable(Utf8Sink sink, MacOsInterfaceWishes wishes, IAddressNames? names)
{
    private const int NameWidth = 10;
    private const int MtuWidth = 5;

    // An IPv4 row parts the room of network and address otherwise than the others.
    private const int NetworkWidth = 11;
    private const int AddressWidth = 17;
    private const int V4NetworkWidth = 13;
    private const int V4AddressWidth = 15;

    private const int PacketsWidth = 8;
    private const int ErrorsWidth = 5;
    private const int BytesWidth = 10;

    // Where the addresses begin.
    private const int AddressColumn = NameWidth + 1 + MtuWidth + 1 + NetworkWidth + 1;

    private readonly MacOsCells _cells = new(sink);

    public void AppendHeader()
    {
        sink.Append("Name       Mtu   Network       Address            Ipkts Ierrs"u8);
        if (wishes.Bytes) sink.Append("     Ibytes"u8);
        sink.Append("    Opkts Oerrs"u8);
        if (wishes.Bytes) sink.Append("     Obytes"u8);
        sink.Append("  Coll"u8);
        if (wishes.Drops) sink.Append("  Drop"u8);
        sink.Append((byte)'\n');
    }

    /// <summary>The rows of an interface.</summary>
    /// <param name="card">The interface.</param>
    /// <param name="groups">The multicast groups of it and others.</param>
    public void Append(InterfaceEntry card, List<GroupEntry> groups)
    {
        AppendStart(card);
        _cells.Begin();
        AppendLink(card);
        _cells.EndLeft(NetworkWidth);
        _cells.Gap();
        _cells.Begin();
        AppendHardware(card);
        _cells.EndLeft(AddressWidth);
        AppendCounters(card, ofLink: true);
        bool hasV4 = false;
        bool hasV6 = false;
        foreach (InterfaceAddress address in card.Addresses)
        {
            AppendAddress(card, in address);

            // As on a Mac, the groups of a family stand below its first address.
            ref bool had = ref address.Address.IsV6 ? ref hasV6 : ref hasV4;
            if (wishes.All && !had) AppendGroups(card, groups, address.Address.IsV6);
            had = true;
        }
    }

    private static void AppendLink(Utf8Sink text, uint index)
    {
        text.Append("<Link#"u8);
        text.AppendNumber(index);
        text.Append((byte)'>');
    }

    private void AppendLink(InterfaceEntry card)
    {
        if (card.Index != 0) AppendLink(_cells.Text, card.Index);
    }

    private void AppendStart(InterfaceEntry card)
    {
        _cells.Begin();
        Untrusted.Append(_cells.Text, card.Name);
        if (card.HasLink && (card.Flags & InterfaceFlags.Up) == 0) _cells.Text.Append((byte)'*');
        _cells.EndLeft(NameWidth);
        _cells.Gap();
        _cells.Begin();
        if (card.HasLink) _cells.Text.AppendNumber(card.Mtu);
        else _cells.Text.Append((byte)'-');
        _cells.EndLeft(MtuWidth);
        _cells.Gap();
    }

    // A loopback interface of Linux has six zeros, of macOS none.
    private void AppendHardware(InterfaceEntry card)
    {
        if ((card.Flags & InterfaceFlags.Loopback) != 0) return;
        for (int i = 0; i < card.HardwareAddress.Length; i++)
        {
            if (i > 0) _cells.Text.Append((byte)':');
            _cells.Text.Append("0123456789abcdef"u8[card.HardwareAddress[i] >> 4]);
            _cells.Text.Append("0123456789abcdef"u8[card.HardwareAddress[i] & 15]);
        }
    }

    private void AppendAddress(InterfaceEntry card, in InterfaceAddress address)
    {
        IpAddr own = address.Address;
        AppendStart(card);
        _cells.Begin();

        // IPv6's network is the address itself on a Mac too.
        if (own.IsV6) MacOsNetworkText.AppendV6(_cells.Text, in own, address.PrefixLength, card.Name, hasPrefix: false);
        else if (!TryNetwork(in address)) MacOsNetworkText.AppendV4(_cells.Text, MacOsNetworkText.NetworkOf(in own, address.PrefixLength), address.PrefixLength);
        if (own.IsV6 && !own.IsLinkLocal) AppendPrefix(address.PrefixLength);
        _cells.EndLeft(own.IsV6 ? NetworkWidth : V4NetworkWidth);
        _cells.Gap();
        _cells.Begin();
        if (names is not null && names.TryHost(in own, out ReadOnlySpan<byte> name)) Untrusted.Append(_cells.Text, name);
        else AddressText.Append(_cells.Text, in own);
        _cells.EndLeft(own.IsV6 ? AddressWidth : V4AddressWidth);
        AppendCounters(card, ofLink: false);
    }

    private bool TryNetwork(in InterfaceAddress address)
    {
        IpAddr own = address.Address;
        IpAddr network = IpAddr.V4(MacOsNetworkText.NetworkOf(in own, address.PrefixLength));
        if (names is null || !names.TryNetwork(in network, out ReadOnlySpan<byte> name)) return false;
        Untrusted.Append(_cells.Text, name);
        return true;
    }

    private void AppendPrefix(byte prefix)
    {
        _cells.Text.Append((byte)'/');
        _cells.Text.AppendNumber(prefix);
    }

    // An address's row repeats what its interface counted, but for errors.
    private void AppendCounters(InterfaceEntry card, bool ofLink)
    {
        InterfaceCounters? counted = card.Counters;
        AppendNumber(counted?.ReceivedPackets, PacketsWidth);
        AppendNumber(ofLink ? counted?.ReceiveErrors : null, ErrorsWidth);
        if (wishes.Bytes) AppendNumber(counted?.ReceivedBytes, BytesWidth);
        AppendNumber(counted?.SentPackets, PacketsWidth);
        AppendNumber(ofLink ? counted?.SendErrors : null, ErrorsWidth);
        if (wishes.Bytes) AppendNumber(counted?.SentBytes, BytesWidth);
        AppendNumber(ofLink ? counted?.Collisions : null, ErrorsWidth);
        if (wishes.Drops) AppendNumber(ofLink ? counted?.SendDropped : null, ErrorsWidth);
        _cells.EndLine();
    }

    private void AppendNumber(ulong? number, int width)
    {
        _cells.Gap();
        _cells.Number(number, width);
    }

    private void AppendGroups(InterfaceEntry card, List<GroupEntry> groups, bool isV6)
    {
        foreach (GroupEntry group in groups)
        {
            if (group.Group.IsV6 != isV6 || !group.Interface.SequenceEqual(card.Name)) continue;
            sink.AppendBlanks(AddressColumn);
            IpAddr address = group.Group;
            AddressText.Append(sink, in address);
            _cells.EndLine();
        }
    }
}
