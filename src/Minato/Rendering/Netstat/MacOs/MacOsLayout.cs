using Minato.States;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>The socket tables of the netstat of macOS.</summary>
internal static class MacOsLayout
{
    private const int HostRoom = 16;
    private const int HostRoomBesideIdentity = 12;

    // An end's column: plain, beside an identity, whole.
    private const byte Plain = 22;
    private const byte Short = 18;
    private const byte Long = 45;

    /// <summary>"Active Internet connections".</summary>
    public static NetstatLayout Internet(MacOsWishes wishes)
    {
        byte width = wishes.Whole ? Long : wishes.Identity ? Short : Plain;
        return new NetstatLayout
        {
            Words = StateDialect.NetstatMacOs,
            Address = Address(wishes),
            PadsLast = true,
            Columns =
            [
                .. wishes.Identity ? Identity : [],
                wishes.Identity
                    ? new(NetstatCell.Protocol, " Proto", gap: 1, width: 5) { IsCut = true }
                    : new(NetstatCell.Protocol, "Proto", width: 5) { IsCut = true },
                new(NetstatCell.ReceiveQueue, " Recv-Q", gap: 1, width: 6, NetstatAlign.Right),
                new(NetstatCell.SendQueue, " Send-Q", gap: 1, width: 6, NetstatAlign.Right),
                new(NetstatCell.Local, "  " + "Local Address".PadRight(width), gap: 2, width) { IsCut = !wishes.Wide },
                new(NetstatCell.Peer, " " + "Foreign Address".PadRight(width), gap: 1, width) { IsCut = !wishes.Wide },
                new(NetstatCell.State, " (state)    ", gap: 1, width: 11),
                .. MacOsVerbose.Columns(wishes),
            ],
        };
    }

    /// <summary>"Current listen queue sizes".</summary>
    public static NetstatLayout Listen(MacOsWishes wishes, IHalfOpenCount halfOpen)
    {
        byte width = wishes.Whole ? Long : wishes.Identity ? Short : Plain;
        return new NetstatLayout
        {
            Words = StateDialect.NetstatMacOs,
            Address = Address(wishes),
            PadsLast = true,
            HalfOpen = halfOpen,
            Columns =
            [
                .. wishes.Identity ? Identity : [],
                wishes.Identity
                    ? new(NetstatCell.ListenQueues, " Listen        ", gap: 1, width: 14)
                    : new(NetstatCell.ListenQueues, "Listen        ", width: 14),
                new(NetstatCell.Local, " " + "Local Address".PadRight(width), gap: 1, width) { IsCut = !wishes.Wide },
            ],
        };
    }

    /// <summary>"Active LOCAL (UNIX) domain sockets".</summary>
    public static NetstatLayout Unix(MacOsWishes wishes) => new()
    {
        Words = StateDialect.NetstatMacOs,
        Address = new AddressForm(),
        Columns =
        [
            new(NetstatCell.UnixIdentity, "Address         ", width: 16, align: NetstatAlign.Right),
            new(NetstatCell.UnixType, " Type  ", gap: 1, width: 6) { IsCut = true },
            new(NetstatCell.ReceiveQueue, " Recv-Q", gap: 1, width: 6, NetstatAlign.Right),
            new(NetstatCell.SendQueue, " Send-Q", gap: 1, width: 6, NetstatAlign.Right),
            new(NetstatCell.UnixFile, "            Inode", gap: 1, width: 16, NetstatAlign.Right),
            new(NetstatCell.UnixPeer, "             Conn", gap: 1, width: 16, NetstatAlign.Right),
            new(NetstatCell.UnixReferrer, "             Refs", gap: 1, width: 16, NetstatAlign.Right),
            new(NetstatCell.UnixNextReferrer, "          Nextref", gap: 1, width: 16, NetstatAlign.Right),
            .. MacOsVerbose.Columns(wishes),
            new(NetstatCell.UnixName, " Addr"),
        ],
    };

    private static NetstatColumn[] Identity =>
    [
        new(NetstatCell.Identity, "Socket          ", width: 16, align: NetstatAlign.Right),
        new(NetstatCell.Unknown, " Flowhash", gap: 1, width: 8, NetstatAlign.Right),
    ];

    // -W cuts nothing, -l no host: their columns have room for a whole address.
    private static AddressForm Address(MacOsWishes wishes)
    {
        bool isCut = !wishes.Wide && !wishes.Whole;
        return new AddressForm
        {
            Separator = (byte)'.',
            HasStarForAny = true,
            HidesRawPort = true,
            Scope = ScopeForm.Name,
            HostNames = wishes.HostNames,
            HostRoom = isCut ? HostRoom : 0,
            HostRoomOfNamedPort = !isCut ? 0 : wishes.Identity ? HostRoomBesideIdentity : HostRoom,
        };
    }
}
