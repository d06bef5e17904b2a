using System;
using System.Collections.Generic;
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
        List<InterfaceEntry> interfaces = MacOsNetwork.Interfaces(IpFamilies.None, out SocketReport ofInterfaces);
        byte[]? only = MacOsNetwork.Name(args);
        if (only is not null && MacOsNetwork.Find(interfaces, only) is null) return MacOsNetwork.Miss(program, args, wasThere: false);
        Utf8Sink sink = new(OutputStream.Standard);
        SocketReport report = GroupSource.Read(DoorEnvironment.ProcRoot(null), MacOsNetwork.Families(args), new MacOsGroupTable(sink, interfaces, only));
        sink.Flush();
        return Math.Max(DoorReport.End(program, words, report), DoorReport.End(program, words, ofInterfaces));
    }
}
