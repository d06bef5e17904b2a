namespace Minato.Rendering.Netstat.MacOs;

/// <summary>
/// The columns behind the state that -b, -d, -v and -vv bring: of macOS 26, and of macOS 13 to 15, as captures of both show
/// them. Of -d and -vv no capture was found: their columns follow the others' form.
/// </summary>
internal static class MacOsVerbose
{
    public static NetstatColumn[] Columns(MacOsWishes wishes) =>
    [
        .. wishes.ShowsBytes ? Bytes(wishes.IsOld) : [],
        .. wishes.Packets ? Packets : [],
        .. wishes.Drops ? Drops : [],
        .. wishes.Verbose ? Limits : [],
        .. wishes.Verbose ? wishes.IsOld ? OldProcess : Process : [],
        .. wishes.Packets && !wishes.IsOld ? EffectiveProcess : [],
        .. wishes.Verbose ? Bits(wishes.IsOld ? " usscnt" : " usecnt") : [],
    ];

    private static NetstatColumn[] Bytes(bool isOld)
    {
        byte width = isOld ? (byte)10 : (byte)12;
        return
        [
            new(NetstatCell.ReceivedBytes, " " + "rxbytes".PadLeft(width), gap: 1, width, NetstatAlign.Right),
            new(NetstatCell.SentBytes, " " + "txbytes".PadLeft(width), gap: 1, width, NetstatAlign.Right),
        ];
    }

    private static NetstatColumn[] Packets =>
    [
        new(NetstatCell.ReceivedPackets, "    rxpackets", gap: 1, width: 12, NetstatAlign.Right),
        new(NetstatCell.SentPackets, "    txpackets", gap: 1, width: 12, NetstatAlign.Right),
    ];

    private static NetstatColumn[] Drops => [new(NetstatCell.Drops, "    drops", gap: 1, width: 8, NetstatAlign.Right)];

    private static NetstatColumn[] Limits =>
    [
        new(NetstatCell.ReceiveLimit, "  rhiwat", gap: 1, width: 7, NetstatAlign.Right),
        new(NetstatCell.SendLimit, "  shiwat", gap: 1, width: 7, NetstatAlign.Right),
    ];

    private static NetstatColumn[] Process => [new(NetstatCell.NamedProcess, "          process:pid   ", gap: 1)];

    private static NetstatColumn[] EffectiveProcess => [new(NetstatCell.EffectiveProcess, "         eprocess:epid  ", gap: 1)];

    private static NetstatColumn[] OldProcess =>
    [
        new(NetstatCell.LastProcess, "    pid", gap: 1, width: 6, NetstatAlign.Right),
        new(NetstatCell.Unknown, "   epid", gap: 1, width: 6, NetstatAlign.Right),
    ];

    // The headings of two columns are narrower than their numbers.
    private static NetstatColumn[] Bits(string useCount) =>
    [
        new(NetstatCell.StateBits, " state", gap: 1, width: 5, NetstatAlign.Right),
        new(NetstatCell.OptionBits, "  options", gap: 1, width: 8, NetstatAlign.Right),
        new(NetstatCell.Unknown, "           gencnt", gap: 1, width: 16, NetstatAlign.Right),
        new(NetstatCell.Unknown, "    flags", gap: 1, width: 8, NetstatAlign.Right),
        new(NetstatCell.Unknown, "   flags1", gap: 1, width: 8, NetstatAlign.Right),
        new(NetstatCell.Unknown, useCount, gap: 1, width: 6, NetstatAlign.Right),
        new(NetstatCell.Unknown, " rtncnt", gap: 1, width: 6, NetstatAlign.Right),
        new(NetstatCell.Unknown, " fltrs", gap: 1, width: 6, NetstatAlign.Right),
    ];
}
