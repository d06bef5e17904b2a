using System.Text;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat.Linux;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' <c>-s</c>.</summary>
/// <param name="program">The name to speak under.</param>
/// <param name="kinds">The counters that were asked.</param>
/// <param name="families">The address families that were asked, as net-tools names them: <c>inet</c> when none was.</param>
/// <param name="verbose">Whether settings among the counters are printed too.</param>
internal sealed class LinuxCounterListing(string program, LinuxCounterKinds kinds, string families, bool verbose) : NetstatListing
{
    private readonly CounterReading _files = new(program);

    /// <summary>What the options ask for.</summary>
    public static LinuxCounterListing Of(string program, LinuxArgs args)
    {
        LinuxCounterKinds kinds = LinuxCounterKinds.None;
        if (args.Has(LinuxOption.Tcp)) kinds |= LinuxCounterKinds.Tcp;
        if (args.Has(LinuxOption.Udp)) kinds |= LinuxCounterKinds.Udp;
        if (args.Has(LinuxOption.Raw)) kinds |= LinuxCounterKinds.Raw;
        if (args.Has(LinuxOption.Sctp)) kinds |= LinuxCounterKinds.Sctp;

        // UDP-Lite's counters are among those that are always printed.
        if (kinds == LinuxCounterKinds.None && !args.Has(LinuxOption.UdpLite)) kinds = LinuxCounterKinds.All;
        return new LinuxCounterListing(program, kinds, args.FamilyNames.Length == 0 ? "inet" : args.FamilyNames, args.Has(LinuxOption.Verbose));
    }

    public override int Print() => families switch
    {
        "inet" => PrintV4(),
        "inet6" => PrintV6(),
        _ => Refuse(),
    };

    // net-tools says this on standard output, and gives 0 where a file is missing.
    private int Refuse()
    {
        Utf8Sink sink = new(OutputStream.Standard);
        sink.Append("netstat: No statistics support for specified address family: "u8);
        Untrusted.Append(sink, Encoding.UTF8.GetBytes(families));
        sink.Append((byte)'\n');
        sink.Flush();
        return DoorReport.EndCounts(program, counted: false);
    }

    private int PrintV4()
    {
        CounterTable table = new();
        Utf8Sink sink = new(OutputStream.Standard);
        if (_files.TryRead(CounterFile.Snmp, table))
        {
            _files.TryReadOptional(CounterFile.Netstat, table);
            if ((kinds & LinuxCounterKinds.Sctp) != 0) _files.TryReadOptional(CounterFile.Sctp, table);
        }

        new LinuxCounters(sink, kinds, verbose).Append(table);
        sink.Flush();
        return _files.End(table.Damaged);
    }

    // What TCP counts is for both families, and in the file of IPv4.
    private int PrintV6()
    {
        CounterTable table = new();
        Utf8Sink sink = new(OutputStream.Standard);
        LinuxCounters counters = new(sink, kinds, verbose);
        bool isRead = _files.TryRead(CounterFile.Snmp6, table);
        counters.Append(table);
        CounterTable both = new();
        if (isRead && _files.TryRead(CounterFile.Snmp, both)) counters.Append(both, "Tcp"u8);
        sink.Flush();
        return _files.End(table.Damaged + both.Damaged);
    }
}
