using Minato.States;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>The socket table of the netstat of Windows 10 and 11.</summary>
internal static class WindowsLayout
{
    /// <summary>"Active Connections".</summary>
    public static NetstatLayout Connections(WindowsWishes wishes) => new()
    {
        Words = StateDialect.NetstatWindows,
        Address = new AddressForm
        {
            HasBrackets = true,
            HasZeroForNone = true,
            HidesUdpPeer = true,
            Scope = ScopeForm.Index,
            HostNames = wishes.HostNames,
        },
        HasCarriageReturn = wishes.HasCarriageReturn,
        Columns =
        [
            new(NetstatCell.Protocol, "  Proto", gap: 2, width: 5),
            new(NetstatCell.Local, "  Local Address        ", gap: 2, width: 21),
            new(NetstatCell.Peer, "  Foreign Address      ", gap: 2, width: 21),
            wishes.ProcessId ? new(NetstatCell.State, "  State         ", gap: 2, width: 14) : new(NetstatCell.State, "  State", gap: 2, width: 14),
            .. wishes.ProcessId ? ProcessId : [],
        ],
    };

    private static NetstatColumn[] ProcessId => [new(NetstatCell.ProcessId, "  PID", gap: 2)];
}
