using System;
using System.Collections.Generic;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>The multicast memberships of macOS (-g): a section for the link layer and for each family.</summary>
internal sealed class MacOsGroupTable(Utf8Sink sink, InterfaceEntry[] interfaces, byte[]? only) : IGroupConsumer
{
    private const int GroupWidth = 20;
    private const int LinkWidth = 16;

    // linux/if_arp.h
    private const ushort ARPHRD_ETHER = 1;

    private readonly TextBuffer _text = new();
    private bool? _isV6;
    private bool _isBegun;

    /// <summary>The section of the link layer, which comes first.</summary>
    public void Append(List<LinkGroupEntry> groups)
    {
        foreach (LinkGroupEntry group in groups)
        {
            if (only is not null && !group.Interface.AsSpan().SequenceEqual(only)) continue;
            if (!_isBegun) Begin("Link-layer"u8);
            _text.Clear();
            for (int i = 0; i < group.Address.Length; i++)
            {
                if (i > 0) _text.Sink.Append((byte)':');
                _text.Sink.AppendHex(group.Address[i]);
            }

            End(GroupWidth);
            _text.Sink.Append("<none>"u8);
            End(LinkWidth);
            EndLine(group.Interface);
        }
    }

    public bool Accept(in GroupEntry group)
    {
        if (only is not null && !group.Interface.SequenceEqual(only)) return true;
        IpAddr address = group.Group;
        if (_isV6 != address.IsV6)
        {
            _isV6 = address.IsV6;
            Begin(address.IsV6 ? "IPv6"u8 : "IPv4"u8);
        }

        _text.Clear();
        AddressText.Append(_text.Sink, in address);
        if (address.IsV6 && IsOfLink(in address))
        {
            _text.Sink.Append((byte)'%');
            Untrusted.Append(_text.Sink, group.Interface);
        }

        End(GroupWidth);
        AppendLinkAddress(in address, group.Interface);
        End(LinkWidth);
        EndLine(group.Interface);
        return !sink.HasFailed;
    }

    private void Begin(ReadOnlySpan<byte> layer)
    {
        if (_isBegun) sink.Append((byte)'\n');
        _isBegun = true;
        sink.Append(layer);
        sink.Append(" Multicast Memberships\nGroup               \tLink-layer Address\tNetif\n"u8);
    }

    private void EndLine(ReadOnlySpan<byte> name)
    {
        Untrusted.Append(sink, name);
        sink.Append((byte)'\n');
    }

    private void End(int width)
    {
        ReadOnlySpan<byte> text = _text.Bytes;
        sink.Append(text);
        sink.AppendBlanks(width - text.Length);
        sink.Append((byte)'\t');
        _text.Clear();
    }

    // Scopes 1 and 2 of RFC 4291 §2.7: this interface, this link.
    private static bool IsOfLink(in IpAddr group) => (group.High >> 48 & 0xF) is 1 or 2;

    // What the standards map a group to on Ethernet: RFC 1112 §6.4 and RFC 2464 §7. Bytes are written without leading zeros, as macOS does.
    private void AppendLinkAddress(in IpAddr group, ReadOnlySpan<byte> name)
    {
        if (!IsEthernet(name))
        {
            _text.Sink.Append("<none>"u8);
            return;
        }

        uint low = (uint)group.Low;
        ulong address = group.IsV6 ? 0x3333UL << 32 | low : 0x01005E000000UL | low & 0x7FFFFF;
        for (int shift = 40; shift >= 0; shift -= 8)
        {
            _text.Sink.AppendHex(address >> shift & 0xFF);
            if (shift > 0) _text.Sink.Append((byte)':');
        }
    }

    private bool IsEthernet(ReadOnlySpan<byte> name)
    {
        foreach (InterfaceEntry entry in interfaces)
        {
            if (name.SequenceEqual(entry.Name)) return entry is { HasLink: true, HardwareType: ARPHRD_ETHER };
        }

        return false;
    }
}
