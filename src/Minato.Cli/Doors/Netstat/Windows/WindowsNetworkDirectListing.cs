using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>Windows' NetworkDirect connections, which on Linux are those of RDMA.</summary>
internal sealed class WindowsNetworkDirectListing(string program) : NetstatListing
{
    private const string Heading = "\nActive NetworkDirect Connections, Listeners, SharedEndpoints\n\n"
        + "  Mode   IfIndex Type           Local Address          Foreign Address        PID";

    private bool _hasSaid;

    public override int Print()
    {
        Message.Print(OperatingSystem.IsWindows() ? Heading.ReplaceLineEndings("\r\n") + "\r" : Heading);
        int code = DoorReport.EndCounts(program, counted: true);
        if (_hasSaid || code != ExitCode.Done) return code;
        _hasSaid = true;
        if (Missing() is { } missing) DoorReport.Miss(program, missing);
        return code;
    }

    // Without a device there is no connection, and nothing is missing.
    private static Unavailable? Missing()
    {
        if (!OperatingSystem.IsLinux()) return new Unavailable("NetworkDirect connections", "this system tells no program of them", null);
        return RdmaDevices.AreThere() ? new Unavailable("NetworkDirect connections", "those of RDMA devices are not read: `rdma resource show cm_id` lists them", null) : null;
    }
}
