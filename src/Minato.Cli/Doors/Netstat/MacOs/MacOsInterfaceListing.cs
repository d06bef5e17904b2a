using System.Collections.Generic;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' interface table (-i, -I).</summary>
internal sealed class MacOsInterfaceListing(string program, string[] words, MacOsArgs args) : NetstatListing
{
    public override int Print()
    {
        IpFamilies families = MacOsNetwork.Families(args);
        InterfaceEntry[] interfaces = MacOsNetwork.Interfaces(families, out SocketReport report);
        byte[]? only = MacOsNetwork.Name(args);
        if (only is not null)
        {
            if (MacOsNetwork.Find(interfaces, only) is not { } one) return MacOsNetwork.Miss(program, args, wasThere: false);
            interfaces = [one];
        }

        MacOsReports reports = new();
        reports.Add(report);
        GroupList groups = new();
        if (args.Has(MacOsOption.All)) reports.Add(GroupSource.Read(DoorEnvironment.ProcRoot(null), families, groups));
        using AddressNames? names = args.Has(MacOsOption.Numeric) ? null : new AddressNames();
        if (names is not null) Want(names, interfaces);

        Utf8Sink sink = new(OutputStream.Standard);
        MacOsInterfaceTable table = new(sink, Wishes(), names);
        table.AppendHeader();
        foreach (InterfaceEntry entry in interfaces) table.Append(entry, groups.Groups);
        sink.Flush();
        return reports.End(program, words);
    }

    private static void Want(AddressNames names, InterfaceEntry[] interfaces)
    {
        foreach (InterfaceEntry entry in interfaces)
        {
            foreach (InterfaceAddress address in entry.Addresses)
            {
                IpAddr own = address.Address;
                names.Want(in own);
            }
        }

        names.Settle();
    }

    private MacOsInterfaceWishes Wishes() => new()
    {
        All = args.Has(MacOsOption.All),
        Bytes = args.Has(MacOsOption.Bytes),
        Drops = args.Has(MacOsOption.Dropped),
    };

    private sealed class GroupList : IGroupConsumer
    {
        public List<GroupEntry> Groups { get; } = [];

        public bool Accept(in GroupEntry group)
        {
            Groups.Add(group);
            return true;
        }
    }
}
