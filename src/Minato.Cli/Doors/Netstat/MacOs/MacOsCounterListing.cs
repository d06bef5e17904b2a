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

    /// <summary>What the options ask for.</summary>
    public static MacOsCounterListing Of(string program, MacOsArgs args)
    {
        MacOsCounterKinds kinds = args.Protocol switch
        {
            MacOsProtocol.Any => MacOsCounterKinds.All,
            MacOsProtocol.Tcp => MacOsCounterKinds.Tcp,
            MacOsProtocol.Udp => MacOsCounterKinds.Udp,
            MacOsProtocol.Ip => MacOsCounterKinds.Ip,
            MacOsProtocol.Icmp => MacOsCounterKinds.Icmp,
            MacOsProtocol.Ip6 => MacOsCounterKinds.Ip6,
            MacOsProtocol.Icmp6 => MacOsCounterKinds.Icmp6,
            _ => MacOsCounterKinds.None,
        };
        kinds &= args.Family switch
        {
            MacOsFamily.Any => MacOsCounterKinds.All,
            MacOsFamily.Inet => MacOsCounterKinds.Inet,
            MacOsFamily.Inet6 => MacOsCounterKinds.Inet6,
            _ => MacOsCounterKinds.None,
        };
        return new MacOsCounterListing(program, kinds, args.Count(MacOsOption.Statistics) > 1);
    }

    public override int Print()
    {
        if (kinds == MacOsCounterKinds.None)
        {
            _files.Say("Linux has no counters behind what macOS prints of that protocol");
            return _files.End(0, counted: false);
        }

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
