namespace Minato.Tests.Sources;

/// <summary>Tables of /proc/net as a 6.1 kernel writes them.</summary>
internal static class ProcNetTables
{
    public const string Header =
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                                                     \n";

    public const string UnixHeader = "Num       RefCount Protocol Flags    Type St Inode Path\n";

    public const string Tcp = Header
        + "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 101 1 0000000000000000 100 0 0 10 0                      \n"
        + "   1: 0100007F:0016 0100007F:D431 01 00000000:00000000 02:000A8C02 00000000     0        0 102 2 0000000000000000 20 4 30 10 -1                     \n"
        + "   2: 0100007F:0016 0100007F:D432 06 00000000:00000000 03:00000F8C 00000000     0        0 0 3 0000000000000000                                      \n";

    public const string Tcp6 = Header
        + "   0: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 103 1 0000000000000000 100 0 0 10 0\n";

    public const string Udp = Header
        + " 2210: 00000000:0044 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 104 2 0000000000000000 0         \n";

    public const string Raw = Header
        + "    1: 00000000:0001 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 105 2 0000000000000000 0         \n";

    public const string Unix = UnixHeader
        + "0000000000000000: 00000002 00000000 00010000 0001 01 106 /run/listener\n"
        + "0000000000000000: 00000002 00000000 00000000 0002 01 107 @abstract\n"
        + "0000000000000000: 00000003 00000000 00000000 0001 03 108\n";

    public const string Packet = "sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n"
        + "000000007a5b2c11 3      3    0806   2     1 4160   1000   201   \n"
        + "ZZZZ\n"
        + "000000007a5b2c12 3      2    0003   0     1 0      0      202   \n";

    public const string Netlink = "sk               Eth Pid        Groups   Rmem     Wmem     Dump  Locks    Drops    Inode\n"
        + "00000000a1b2c3d4 16  4242       00000011 0        0        0     2        0        203       \n"
        + "ZZZZ\n"
        + "00000000a1b2c3d5 0   0          00000000 0        0        0     2        0        204       \n";
}
