using Minato.States;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>The socket tables of the netstat of macOS.</summary>
internal static class MacOsLayout
{
    private const int HostRoom = 16;

    /// <summary>"Active Internet connections".</summary>
    public static NetstatLayout Internet(MacOsWishes wishes) => new()
    {
        Words = StateDialect.NetstatMacOs,
        Address = new AddressForm
        {
            Separator = (byte)'.',
            HasStarForAny = true,
            Scope = ScopeForm.Name,
            HostNames = wishes.HostNames,
            HostRoom = wishes.Wide ? 0 : HostRoom,
        },
        PadsLast = true,
        Columns =
        [
            new(NetstatCell.Protocol, "Proto", width: 5) { IsCut = true },
            new(NetstatCell.ReceiveQueue, " Recv-Q", gap: 1, width: 6, NetstatAlign.Right),
            new(NetstatCell.SendQueue, " Send-Q", gap: 1, width: 6, NetstatAlign.Right),
            new(NetstatCell.Local, "  Local Address         ", gap: 2, width: 22) { IsCut = !wishes.Wide },
            new(NetstatCell.Peer, " Foreign Address       ", gap: 1, width: 22) { IsCut = !wishes.Wide },
            new(NetstatCell.State, " (state)    ", gap: 1, width: 11),
        ],
    };
}
