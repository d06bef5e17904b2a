namespace Minato.Rendering.Netstat.MacOs;

/// <summary>What macOS calls types of ICMP messages (RFC 792, RFC 4443 and its successors) in its histograms; null when it has no word.</summary>
internal static class IcmpTypeNames
{
    public static string? V4(int type) => type switch
    {
        0 => "echo reply",
        3 => "destination unreachable",
        4 => "source quench",
        5 => "routing redirect",
        8 => "echo",
        9 => "router advertisement",
        10 => "router solicitation",
        11 => "time exceeded",
        12 => "parameter problem",
        13 => "time stamp",
        14 => "time stamp reply",
        15 => "information request",
        16 => "information request reply",
        17 => "address mask request",
        18 => "address mask reply",
        _ => null,
    };

    public static string? V6(int type) => type switch
    {
        1 => "unreach",
        2 => "packet too big",
        3 => "time exceed",
        4 => "parameter problem",
        128 => "echo",
        129 => "echo reply",
        130 => "multicast listener query",
        131 => "MLDv1 listener report",
        132 => "MLDv1 listener done",
        133 => "router solicitation",
        134 => "router advertisement",
        135 => "neighbor solicitation",
        136 => "neighbor advertisement",
        137 => "redirect",
        138 => "router renumbering",
        139 => "node information request",
        140 => "node information reply",
        143 => "MLDv2 listener report",
        _ => null,
    };
}
