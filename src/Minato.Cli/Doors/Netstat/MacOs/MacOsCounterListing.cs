using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' <c>-s</c> and <c>-ss</c>.</summary>
/// <param name="program">The name to speak under.</param>
/// <param name="kinds">The protocols that were asked.</param>
/// <param name="hidesZeros">Whether lines of 0 are left out.</param>
internal sealed class MacOsCounterListing(string program, MacOsCounterKinds kinds, bool hidesZeros) : NetstatListing
{
    private readonly CounterReading _files = new(program);

    public override int Print()
    {
        CounterTable table = new();
        Utf8Sink sink = new(OutputStream.Standard);
        bool isRead = _files.TryRead(CounterFile.Snmp, table);
        _files.TryReadOptional(CounterFile.Netstat, table);
        _files.TryReadOptional(CounterFile.Snmp6, table);
        new MacOsCounters(sink, hidesZeros).Append(table, kinds);
        sink.Flush();
        if (isRead) _files.Say("lines of macOS that this kernel has no counter for are left out; igmp, ipsec, arp and what is Darwin's own have none");
        return _files.End(table.Damaged, isRead);
    }
}
