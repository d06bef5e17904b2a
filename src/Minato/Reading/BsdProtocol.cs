using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The protocol of a row of macOS and the BSDs: three letters of its name and the family, <c>tcp46</c>, <c>udp4</c>, <c>ip 6</c>.</summary>
internal readonly struct BsdProtocol
{
    // netinet/in.h
    private const ushort IPPROTO_ICMP = 1;
    private const ushort IPPROTO_IGMP = 2;
    private const ushort IPPROTO_ICMPV6 = 58;

    public Transport Transport { get; private init; }

    /// <summary>The IP protocol of a raw socket; all bits for one that is not said.</summary>
    public ushort Number { get; private init; }

    public bool IsV6 { get; private init; }

    /// <summary>Whether an IPv6 socket takes IPv4 too.</summary>
    public bool IsV4Too { get; private init; }

    /// <summary>How many words it takes.</summary>
    public int Words { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> word, ReadOnlySpan<byte> next, out BsdProtocol protocol)
    {
        bool isV4Too = word.EndsWith("46"u8);
        bool isApart = word.SequenceEqual("ip"u8) && next is [(byte)'4'] or [(byte)'6'];
        bool isV6 = isV4Too || (isApart ? next[0] : word.IsEmpty ? 0 : word[^1]) == '6';
        if (isV4Too) word = word[..^2];
        else if (!isApart && (isV6 || word.EndsWith("4"u8))) word = word[..^1];
        (Transport transport, ushort number) = word switch
        {
            _ when word.SequenceEqual("tcp"u8) => (Transport.Tcp, (ushort)0),
            _ when word.SequenceEqual("udp"u8) => (Transport.Udp, (ushort)0),
            _ when word.SequenceEqual("sctp"u8) => (Transport.Sctp, (ushort)0),
            _ when word.SequenceEqual("icm"u8) => (Transport.Raw, isV6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP),
            _ when word.SequenceEqual("igm"u8) => (Transport.Raw, IPPROTO_IGMP),
            _ when isApart || word.SequenceEqual("raw"u8) => (Transport.Raw, ushort.MaxValue),
            _ => (Transport.Xdp, (ushort)0),
        };
        protocol = new BsdProtocol { Transport = transport, Number = number, IsV6 = isV6, IsV4Too = isV4Too, Words = isApart ? 2 : 1 };
        return transport != Transport.Xdp;
    }
}
