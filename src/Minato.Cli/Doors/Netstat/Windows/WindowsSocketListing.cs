using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>Windows' "Active Connections".</summary>
internal sealed class WindowsSocketListing(string program, string[] words, WindowsArgs args) : NetstatListing
{
    public override int Print()
    {
        bool isNumeric = args.Has(WindowsOption.Numeric);
        NetstatLayout layout = WindowsLayout.Connections(new WindowsWishes
        {
            ProcessId = args.Has(WindowsOption.ProcessId),
            HostNames = !isNumeric,
            HasCarriageReturn = OperatingSystem.IsWindows(),
        });
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(isNumeric ? NameKinds.None : NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts);
        sink.Append(layout.NewLine);
        sink.Append("Active Connections"u8);
        sink.Append(layout.NewLine);
        sink.Append(layout.NewLine);
        NetstatSocketTable table = new(sink, layout, names);
        table.AppendHeader();
        SocketReport report = SocketInspector.Read(Query(), table);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }

    // Without -a: TCP that does not listen.
    private SocketQuery Query() => new()
    {
        Transports = args.Has(WindowsOption.All) ? Transports.Tcp | Transports.Udp : Transports.Tcp,
        States = args.Has(WindowsOption.All)
            ? StateSet.All.Without(StateSet.Of(SocketState.BoundInactive))
            : StateSet.All.Without(StateSet.Listening).Without(StateSet.Of(SocketState.BoundInactive)),
        Fields = SocketFields.Interface,
        Owners = args.Has(WindowsOption.ProcessId) ? OwnerSearch.First : OwnerSearch.None,
        OwnerNaming = OwnerNaming.Program,
        Source = DoorEnvironment.Source,
        ProcRoot = DoorEnvironment.ProcRoot(null),
        FamiliesApart = true,
        Order = TableOrder.Netstat,
    };
}
