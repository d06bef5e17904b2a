using Minato.States;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>The socket tables of net-tools 2.10.</summary>
internal static class LinuxLayout
{
    // An address cell holds 22 characters beside its colon.
    private const int PairRoom = 22;

    /// <summary>"Active Internet connections".</summary>
    public static NetstatLayout Internet(LinuxWishes wishes) => new()
    {
        Words = StateDialect.NetstatLinux,
        Address = new AddressForm
        {
            PairRoom = wishes.Wide ? 0 : PairRoom,
            HostNames = wishes.HostNames,
            BracketsNamedAny = true,
        },
        PadsLast = true,
        Columns =
        [
            new(NetstatCell.Protocol, "Proto", width: 5),
            new(NetstatCell.ReceiveQueue, " Recv-Q", gap: 1, width: 6, NetstatAlign.Right),
            new(NetstatCell.SendQueue, " Send-Q", gap: 1, width: 6, NetstatAlign.Right),
            new(NetstatCell.Local, " Local Address          ", gap: 1, width: 23),
            new(NetstatCell.Peer, " Foreign Address        ", gap: 1, width: 23),
            new(NetstatCell.State, " State      ", gap: 1, width: 11),
            .. wishes.Extended ? Extended : [],
            .. wishes.Program ? Program : [],
            .. wishes.Context ? Context : [],
            .. wishes.Timer ? Timer : [],
        ],
    };

    /// <summary>"Active UNIX domain sockets".</summary>
    public static NetstatLayout Unix(LinuxWishes wishes) => new()
    {
        Words = StateDialect.NetstatLinux,
        Address = new AddressForm(),
        PadsLast = true,
        Columns =
        [
            new(NetstatCell.Protocol, "Proto", width: 4),
            new(NetstatCell.UnixReferences, " RefCnt", gap: 2, width: 6),
            new(NetstatCell.UnixFlags, " Flags      ", gap: 1, width: 11),
            new(NetstatCell.UnixType, " Type      ", gap: 1, width: 10),
            new(NetstatCell.UnixState, " State        ", gap: 1, width: 13),
            new(NetstatCell.Inode, " I-Node  ", gap: 1, width: 8),
            .. wishes.Program ? Program : [],
            .. wishes.Context ? Context : [],
            new(NetstatCell.UnixPath, " Path", gap: 1),
        ],
    };

    private static NetstatColumn[] Extended =>
        [new(NetstatCell.User, " User      ", gap: 1, width: 10), new(NetstatCell.Inode, " Inode     ", gap: 1, width: 10)];

    private static NetstatColumn[] Program => [new(NetstatCell.Program, " PID/Program name    ", gap: 1, width: 20)];

    private static NetstatColumn[] Context => [new(NetstatCell.Context, " Security Context                                 ", gap: 1, width: 49)];

    private static NetstatColumn[] Timer => [new(NetstatCell.Timer, " Timer", gap: 1)];
}
