using System;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>Address families as net-tools knows them.</summary>
[Flags]
internal enum LinuxFamilies
{
    None = 0,
    Inet = 1 << 0,
    Inet6 = 1 << 1,
    Unix = 1 << 2,
    Ipx = 1 << 3,
    Ax25 = 1 << 4,
    X25 = 1 << 5,
    NetRom = 1 << 6,
    Rose = 1 << 7,
    Bluetooth = 1 << 8,
    Ash = 1 << 9,
    AppleTalk = 1 << 10,
    Econet = 1 << 11,

    /// <summary>Those that have a table of sockets: of the others netstat knows no more than the name.</summary>
    WithSockets = Inet | Inet6 | Unix | Ipx | Ax25 | X25 | NetRom | Rose | Bluetooth,
}

/// <summary>The names of families on the command line.</summary>
internal static class LinuxFamilyWords
{
    /// <summary>For the help.</summary>
    public const string List = "inet, inet6, unix, ipx, ax25, x25, netrom, rose, ddp, bluetooth";

    /// <summary>The family of that name, or none.</summary>
    public static LinuxFamilies Find(ReadOnlySpan<char> name) => name switch
    {
        "inet" or "ip" or "tcpip" => LinuxFamilies.Inet,
        "inet6" or "ip6" => LinuxFamilies.Inet6,
        "unix" => LinuxFamilies.Unix,
        "ipx" => LinuxFamilies.Ipx,
        "ax25" => LinuxFamilies.Ax25,
        "x25" => LinuxFamilies.X25,
        "netrom" => LinuxFamilies.NetRom,
        "rose" => LinuxFamilies.Rose,
        "bluetooth" => LinuxFamilies.Bluetooth,
        "ash" => LinuxFamilies.Ash,
        "ddp" or "appletalk" => LinuxFamilies.AppleTalk,
        "econet" => LinuxFamilies.Econet,
        _ => LinuxFamilies.None,
    };

    /// <summary>What net-tools itself calls a family.</summary>
    public static string Name(LinuxFamilies family) => family switch
    {
        LinuxFamilies.Inet => "inet",
        LinuxFamilies.Inet6 => "inet6",
        LinuxFamilies.Unix => "unix",
        LinuxFamilies.Ipx => "ipx",
        LinuxFamilies.Ax25 => "ax25",
        LinuxFamilies.X25 => "x25",
        LinuxFamilies.NetRom => "netrom",
        LinuxFamilies.Rose => "rose",
        LinuxFamilies.Bluetooth => "bluetooth",
        LinuxFamilies.Ash => "ash",
        LinuxFamilies.AppleTalk => "ddp",
        _ => "ec",
    };
}
