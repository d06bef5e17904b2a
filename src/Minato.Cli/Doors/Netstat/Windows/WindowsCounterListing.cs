using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Windows;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>Windows' <c>-e</c> and <c>-s</c>.</summary>
/// <param name="program">The name to speak under.</param>
/// <param name="interfaces">Whether the sums of the interfaces were asked.</param>
/// <param name="kinds">The protocols that were asked.</param>
internal sealed class WindowsCounterListing(string program, bool interfaces, WindowsProtocols kinds) : NetstatListing
{
    private readonly CounterReading _files = new(program);

    /// <summary>What the options ask for.</summary>
    public static WindowsCounterListing Of(string program, WindowsArgs args)
    {
        WindowsProtocols protocols = args.Protocol == WindowsProtocols.None ? WindowsProtocols.All : args.Protocol;
        return new WindowsCounterListing(program, args.Has(WindowsOption.Ethernet), args.Has(WindowsOption.Statistics) ? protocols : WindowsProtocols.None);
    }

    public override int Print()
    {
        Utf8Sink sink = new(OutputStream.Standard);
        bool counted = true;
        int damaged = 0;
        if (interfaces) counted = PrintInterfaces(sink);
        if (kinds != WindowsProtocols.None) counted &= PrintProtocols(sink, out damaged);
        sink.Flush();
        return _files.End(damaged, counted);
    }

    private bool PrintInterfaces(Utf8Sink sink)
    {
        InterfaceEntry[] found = InterfaceSource.Read(DoorEnvironment.ProcRoot(null), IpFamilies.None, out SocketReport report);
        foreach (Unavailable missing in report.Unavailable) _files.Say(missing.What + ": " + missing.Why);
        if (found.Length == 0 && report.Unavailable.Count > 0) return false;
        WindowsInterfaceTotals.Append(sink, found, OperatingSystem.IsWindows());
        _files.Say("Linux does not count " + WindowsInterfaceTotals.Uncounted);
        return true;
    }

    private bool PrintProtocols(Utf8Sink sink, out int damaged)
    {
        CounterTable table = new();
        bool isRead = _files.TryRead(CounterFile.Snmp, table);
        _files.TryReadOptional(CounterFile.Snmp6, table);
        damaged = table.Damaged;
        if (!isRead && table.Groups.IsEmpty) return false;
        WindowsCounters counters = new(sink, OperatingSystem.IsWindows());
        counters.Append(table, kinds & ~WindowsProtocols.Tcp6);
        if (counters.Missing.Count > 0) _files.Say("this kernel does not count: " + string.Join(", ", counters.Missing));
        if ((kinds & WindowsProtocols.Tcp6) != 0) _files.Say("Linux counts TCP of both families together: see TCP Statistics for IPv4");
        return isRead;
    }
}
