using System.Collections.Generic;
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
            NamesPeerAlone = true,
            HasShortNames = !wishes.FullNames,
            NameOfAny = wishes.HostNames ? wishes.MachineName : default,
        },
        HasCarriageReturn = wishes.HasCarriageReturn,
        HasProgramLines = wishes.ProgramLines,
        CallsClosedBound = wishes.Bound,

        // Seen of -t alone and of -t with -o.
        HasBlankAfterHeader = wishes.OffloadState,
        Columns = Columns(wishes),
    };

    private static NetstatColumn[] Columns(WindowsWishes wishes)
    {
        List<NetstatColumn> more = [];
        if (wishes.ProcessId) more.Add(new(NetstatCell.ProcessId, "  PID", gap: 2, width: 7));
        if (wishes.TimeInState) more.Add(new(NetstatCell.TimeInState, "  Time in State (ms)", gap: 2, width: 18));
        if (wishes.OffloadState) more.Add(new(NetstatCell.OffloadState, "  Offload State", gap: 2, width: 12) { IsAlwaysPadded = true });
        if (wishes.Template) more.Add(new(NetstatCell.Template, "  Template", gap: 2, width: 14));

        List<NetstatColumn> columns =
        [
            new(NetstatCell.Protocol, "  Proto", gap: 2, width: 5),
            new(NetstatCell.Local, "  Local Address        ", gap: 2, width: 21),
            new(NetstatCell.Peer, "  Foreign Address      ", gap: 2, width: 21),
            new(NetstatCell.State, "  State", gap: 2, width: 14),
            .. more,
        ];

        // The last heading has no blanks behind it.
        for (int i = 3; i + 1 < columns.Count; i++) columns[i] = columns[i].Padded();
        return [.. columns];
    }
}
