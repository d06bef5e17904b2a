using System;
using Minato.Model;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>Networks as BSD writes them: <c>default</c>, <c>192.168.1</c>, <c>10.242/16</c>, <c>fe80::%en0/64</c>.</summary>
internal static class MacOsNetworkText
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;

    /// <summary>
    /// An IPv4 network: as many numbers as its class had, more where others follow that are not zero, and the prefix where it
    /// is not the class's.
    /// </summary>
    public static void AppendV4(Utf8Sink sink, uint network, int prefix)
    {
        if (prefix == 0 && network == 0)
        {
            sink.Append("default"u8);
            return;
        }

        int ofClass = PrefixOfClass(network);
        int shown = ofClass / 8;
        while (shown < 4 && network << (shown * 8) != 0) shown++;
        for (int i = 0; i < shown; i++)
        {
            if (i > 0) sink.Append((byte)'.');
            sink.AppendNumber(network >> (24 - i * 8) & 0xFF);
        }

        if (prefix != ofClass) AppendPrefix(sink, prefix);
    }

    /// <summary>An IPv6 network, with the interface of a link-local one.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="network">Its address.</param>
    /// <param name="prefix">How many bits of it count.</param>
    /// <param name="card">The interface's name.</param>
    /// <param name="hasPrefix">Whether the prefix is written.</param>
    public static void AppendV6(Utf8Sink sink, in IpAddr network, int prefix, ReadOnlySpan<byte> card, bool hasPrefix)
    {
        if (prefix == 0 && network.IsUnspecified)
        {
            sink.Append("default"u8);
            return;
        }

        AppendAddress(sink, in network, card);
        if (hasPrefix && prefix < V6Bits) AppendPrefix(sink, prefix);
    }

    /// <summary>An address, with the interface of a link-local one.</summary>
    public static void AppendAddress(Utf8Sink sink, in IpAddr address, ReadOnlySpan<byte> card)
    {
        AddressText.Append(sink, in address);
        if (!address.IsLinkLocal || card.IsEmpty) return;
        sink.Append((byte)'%');
        Untrusted.Append(sink, card);
    }

    /// <summary>The network of an address.</summary>
    public static uint NetworkOf(in IpAddr address, int prefix) =>
        prefix is > 0 and < V4Bits ? (uint)address.Low & uint.MaxValue << (V4Bits - prefix) : prefix == 0 ? 0 : (uint)address.Low;

    private static void AppendPrefix(Utf8Sink sink, int prefix)
    {
        sink.Append((byte)'/');
        sink.AppendNumber((uint)prefix);
    }

    // RFC 791 §2.3: classes A, B and C; all above are written like C.
    private static int PrefixOfClass(uint network) => network >> 31 == 0 ? 8 : network >> 30 == 2 ? 16 : 24;
}
