using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' "Active Internet connections".</summary>
internal sealed class MacOsSocketListing(string program, string[] words, MacOsArgs args) : NetstatListing
{
    public override bool ShowsSockets => true;

    public override int Print()
    {
        bool isNumeric = args.Has(MacOsOption.Numeric);
        bool isAll = args.Has(MacOsOption.All);
        NetstatLayout layout = MacOsLayout.Internet(new MacOsWishes { Wide = args.Has(MacOsOption.Wide), HostNames = !isNumeric });
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(isNumeric ? NameKinds.None : NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts) { Printed = Printed?.Names };
        sink.Append(isAll ? "Active Internet connections (including servers)\n"u8 : "Active Internet connections\n"u8);
        NetstatSocketTable table = new(sink, layout, names);
        table.AppendHeader();
        SocketReport report = Read(Query(isAll), table);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }

    private static SocketQuery Query(bool isAll) => new()
    {
        Transports = Transports.Tcp | Transports.Udp,
        States = (isAll ? StateSet.All : StateSet.All.Without(StateSet.Of(SocketState.Listen))).Without(StateSet.Of(SocketState.BoundInactive)),
        Fields = SocketFields.Interface | SocketFields.V6Only,
        Source = DoorEnvironment.Source,
        ProcRoot = DoorEnvironment.ProcRoot(null),
        FamiliesApart = true,
        Order = TableOrder.Netstat,
    };
}
