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
    private SocketQuery Query()
    {
        bool isAll = args.Has(WindowsOption.All);
        WindowsProtocols protocols = args.Protocol == WindowsProtocols.None ? WindowsProtocols.Ports : args.Protocol;
        Transports transports = (protocols & (WindowsProtocols.Tcp | WindowsProtocols.Tcp6)) != 0 ? Transports.Tcp : Transports.None;
        if (isAll && (protocols & (WindowsProtocols.Udp | WindowsProtocols.Udp6)) != 0) transports |= Transports.Udp;
        IpFamilies families = (protocols & (WindowsProtocols.Tcp | WindowsProtocols.Udp)) != 0 ? IpFamilies.V4 : IpFamilies.None;
        if ((protocols & (WindowsProtocols.Tcp6 | WindowsProtocols.Udp6)) != 0) families |= IpFamilies.V6;
        StateSet states = StateSet.All.Without(StateSet.Of(SocketState.BoundInactive));
        return new SocketQuery
        {
            Transports = transports,
            Families = families,
            States = isAll ? states : states.Without(StateSet.Listening),
            Fields = SocketFields.Interface,
            Owners = args.Has(WindowsOption.ProcessId) ? OwnerSearch.First : OwnerSearch.None,
            OwnerNaming = OwnerNaming.Program,
            Source = DoorEnvironment.Source,
            ProcRoot = DoorEnvironment.ProcRoot(null),
            FamiliesApart = true,
            Order = TableOrder.Netstat,
        };
    }
}
