using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Windows;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>Windows' route tables, as its <c>route print</c> has them.</summary>
internal sealed class WindowsRouteListing(string program, string[] words) : NetstatListing
{
    private bool _hasSaid;

    public override int Print()
    {
        string procRoot = DoorEnvironment.ProcRoot(null);
        InterfaceEntry[] interfaces = InterfaceSource.Read(procRoot, IpFamilies.V4, out SocketReport read);
        Utf8Sink sink = new(OutputStream.Standard);
        WindowsRouteTable table = new(sink, new WindowsInterfaces(interfaces), OperatingSystem.IsWindows());
        table.AppendInterfaces();
        table.Begin(isV6: false);
        SocketReport v4 = RouteSource.Read(procRoot, IpFamilies.V4, table);
        table.End();
        table.Begin(isV6: true);
        SocketReport v6 = RouteSource.Read(procRoot, IpFamilies.V6, table);
        table.End();
        sink.Flush();

        int code = DoorReport.End(program, words, read);
        if (OutputStream.Standard.Failure == 0) code = Math.Max(code, DoorReport.End(program, words, v4));
        if (OutputStream.Standard.Failure == 0) code = Math.Max(code, DoorReport.End(program, words, v6));
        if (_hasSaid || OutputStream.Standard.Failure != 0) return code;
        _hasSaid = true;
        DoorReport.Miss(program, new Unavailable("persistent routes", "the kernel of Linux keeps none; what sets routes when it starts has files of its own", null));
        return code;
    }
}
