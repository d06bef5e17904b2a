using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' routing tables (-r).</summary>
internal sealed class MacOsRouteListing(string program, string[] words, MacOsArgs args) : NetstatListing
{
    private bool _hasToldSources;

    public override int Print()
    {
        MacOsRouteWishes wishes = new()
        {
            All = args.Has(MacOsOption.All),
            Long = args.Has(MacOsOption.Whole),
            Numeric = args.Has(MacOsOption.Numeric),
        };

        // Routes on a link are shown by their interface's number.
        InterfaceEntry[] interfaces = MacOsNetwork.Interfaces(IpFamilies.None, out SocketReport ofInterfaces);
        using AddressNames? names = wishes.Numeric ? null : new AddressNames();
        Utf8Sink sink = new(OutputStream.Standard);
        MacOsRouteTable table = new(sink, wishes, interfaces, names);
        table.AppendTitle();
        MacOsReports reports = new();
        reports.Add(ofInterfaces);
        reports.Add(RouteSource.Read(DoorEnvironment.ProcRoot(null), MacOsNetwork.Families(args), table));
        table.End();
        sink.Flush();
        int code = reports.End(program, words);
        if (args.Has(MacOsOption.Identity) && !_hasToldSources && OutputStream.Standard.Failure == 0) Message.Error(program + ": -A: Linux tells no address of a route");
        _hasToldSources = true;
        return code;
    }
}
