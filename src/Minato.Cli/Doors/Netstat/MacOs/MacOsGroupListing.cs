using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' multicast memberships (-g).</summary>
internal sealed class MacOsGroupListing(string program, string[] words, MacOsArgs args) : NetstatListing
{
    public override int Print()
    {
        InterfaceEntry[] interfaces = MacOsNetwork.Interfaces(IpFamilies.None, out SocketReport ofInterfaces);
        byte[]? only = MacOsNetwork.Name(args);
        if (only is not null && MacOsNetwork.Find(interfaces, only) is null) return MacOsNetwork.Miss(program, args, wasThere: false);
        Utf8Sink sink = new(OutputStream.Standard);
        MacOsGroupTable table = new(sink, interfaces, only);
        MacOsReports reports = new();
        reports.Add(ofInterfaces);
        if (args.Family == MacOsFamily.Any)
        {
            table.Append(LinkGroupSource.Read(DoorEnvironment.ProcRoot(null), out SocketReport ofLinks));
            reports.Add(ofLinks);
        }

        reports.Add(GroupSource.Read(DoorEnvironment.ProcRoot(null), MacOsNetwork.Families(args), table));
        sink.Flush();
        return reports.End(program, words);
    }
}
