using System;

namespace Minato.Rendering.Ss;

/// <summary>What ss calls the protocols of packet sockets (the numbers are ETH_P_* of linux/if_ether.h).</summary>
internal static class EtherTypeNames
{
    /// <summary>ETH_P_ALL: every protocol.</summary>
    public const ushort All = 3;

    /// <summary>The name, or nothing.</summary>
    public static ReadOnlySpan<byte> Find(ushort type) => type switch
    {
        0x0001 => "802_3"u8,
        0x0002 => "ax25"u8,
        All => "all"u8,
        0x0004 => "802_2"u8,
        0x0005 => "snap"u8,
        0x0006 => "ddcmp"u8,
        0x0007 => "wan_ppp"u8,
        0x0008 => "ppp_mp"u8,
        0x0009 => "localtalk"u8,
        0x000C => "can"u8,
        0x0010 => "ppptalk"u8,
        0x0011 => "tr_802_2"u8,
        0x0015 => "mobitex"u8,
        0x0016 => "control"u8,
        0x0017 => "irda"u8,
        0x0018 => "econet"u8,
        0x0060 => "loop"u8,
        0x0200 => "pup"u8,
        0x0201 => "pupat"u8,
        0x0800 => "ip"u8,
        0x0805 => "x25"u8,
        0x0806 => "arp"u8,
        0x08FF => "bpq"u8,
        0x0A00 => "ieeepup"u8,
        0x0A01 => "ieeepupat"u8,
        0x6000 => "dec"u8,
        0x6001 => "dna_dl"u8,
        0x6002 => "dna_rc"u8,
        0x6003 => "dna_rt"u8,
        0x6004 => "lat"u8,
        0x6005 => "diag"u8,
        0x6006 => "cust"u8,
        0x6007 => "sca"u8,
        0x6558 => "teb"u8,
        0x8035 => "rarp"u8,
        0x809B => "atalk"u8,
        0x80F3 => "aarp"u8,
        0x8100 => "802.1Q"u8,
        0x8137 => "ipx"u8,
        0x86DD => "ipv6"u8,
        0x8847 => "mpls_uc"u8,
        0x8848 => "mpls_mc"u8,
        0x884C => "atmmpoa"u8,
        0x8863 => "ppp_disc"u8,
        0x8864 => "ppp_ses"u8,
        0x8884 => "atmfate"u8,
        0x8892 => "profinet"u8,
        0x88A2 => "aoe"u8,
        0x88A4 => "ethercat"u8,
        0x88A8 => "802.1ad"u8,
        0x88CA => "tipc"u8,
        0x88CC => "LLDP"u8,
        CfmNumber => "cfm"u8,
        _ => default,
    };

    /// <summary>Connectivity fault management, which older releases know by number only.</summary>
    public const ushort CfmNumber = 0x8902;
}
