using System;
using System.IO;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' routes (-r): the families in the order in which they were typed, until one has none.</summary>
internal sealed class LinuxRouteListing(string program, string[] words, LinuxArgs args) : NetstatListing
{
    private readonly string _procRoot = DoorEnvironment.ProcRoot(null);

    private bool _failed;

    /// <summary>Where there is nothing to show, net-tools does not ask again.</summary>
    public override bool IsOver => _failed;

    private bool HasCache => args.Has(LinuxOption.Cache);

    private bool HasTable => args.Has(LinuxOption.Fib) || !HasCache;

    // Symbolic names are of hardware; net-tools' routes take the option for -n.
    private bool IsNumeric => args.Has(LinuxOption.Numeric) || args.Has(LinuxOption.NumericHosts) || args.Has(LinuxOption.Symbolic);

    // The tables of net-tools 2.10 come round again from the fourth -e on.
    private LinuxRouteColumns Columns => (args.Extend > 2 ? args.Extend % 4 : args.Extend + 4) switch
    {
        0 or 5 => LinuxRouteColumns.Extended,
        2 or 6 => LinuxRouteColumns.Full,
        3 => LinuxRouteColumns.None,
        _ => LinuxRouteColumns.Plain,
    };

    public override int Print()
    {
        int code = PrintAll();
        _failed = code != ExitCode.Done;
        return code;
    }

    private int PrintAll()
    {
        using AddressNames? names = IsNumeric ? null : new AddressNames();
        Utf8Sink sink = new(OutputStream.Standard);
        if (args.FamilyNames.Length == 0) return Print(sink, LinuxFamilies.Inet, names);
        foreach (string family in args.FamilyNames.Split(','))
        {
            int code = Print(sink, LinuxFamilyWords.Find(family), names);
            if (code != ExitCode.Done) return code;
        }

        return ExitCode.Done;
    }

    private int Print(Utf8Sink sink, LinuxFamilies family, AddressNames? names)
    {
        switch (family)
        {
            case LinuxFamilies.Inet: return PrintV4(sink, names);
            case LinuxFamilies.Inet6: return PrintV6(sink, names);
            case LinuxFamilies.Unix or LinuxFamilies.Ash or LinuxFamilies.Econet or LinuxFamilies.Bluetooth or LinuxFamilies.None:
                Message.Error(program + ": there are no routes of this family");
                return ExitCode.NetstatUsage;
        }

        (string file, string absent) = OtherRoutes(family);
        if (File.Exists(_procRoot + "/net/" + file))
        {
            Message.Error(program + ": routes of this family are not read: netstat's last release for them was made before Linux lost most of them");
            return ExitCode.No;
        }

        return Lack(sink, absent, _procRoot + "/net/" + file + ": No such file or directory");
    }

    private int PrintV4(Utf8Sink sink, AddressNames? names)
    {
        int code = ExitCode.Done;
        if (HasTable)
        {
            LinuxRouteTable table = new(sink, Columns, names);
            SocketReport report = RouteSource.Read(_procRoot, IpFamilies.V4, table);
            code = Finish(sink, report, table.End, "INET (IPv4) not configured in this system.\n");
        }

        if (!HasCache || code != ExitCode.Done) return code;
        if (!File.Exists(_procRoot + "/net/rt_cache")) return Lack(sink, "INET (IPv4) not configured in this system.\n", _procRoot + "/net/rt_cache: No such file or directory");
        LinuxRouteTable.AppendCache(sink, Columns);
        sink.Flush();
        return DoorReport.End(program, words, new SocketReport());
    }

    private int PrintV6(Utf8Sink sink, AddressNames? names)
    {
        int code = HasTable ? PrintV6(sink, isCache: false, names) : ExitCode.Done;
        return HasCache && code == ExitCode.Done ? PrintV6(sink, isCache: true, names) : code;
    }

    private int PrintV6(Utf8Sink sink, bool isCache, AddressNames? names)
    {
        LinuxRoute6Table table = new(sink, isCache, names);
        SocketReport report = RouteSource.Read(_procRoot, IpFamilies.V6, table);
        return Finish(sink, report, table.End, "INET6 (IPv6) not configured in this system.\n");
    }

    // netstat has this line among its rows.
    private int Finish(Utf8Sink sink, SocketReport report, Action end, string absent)
    {
        if (report.Rows == 0 && report.Unavailable.Count > 0) NetstatText.AppendAscii(sink, absent);
        else end();
        sink.Flush();
        return DoorReport.End(program, words, report);
    }

    private int Lack(Utf8Sink sink, string absent, string why)
    {
        NetstatText.AppendAscii(sink, absent);
        sink.Flush();
        Message.Error(program + ": " + why);
        return ExitCode.No;
    }

    // AppleTalk and ROSE are said to be absent on the other stream alone.
    private static (string File, string Absent) OtherRoutes(LinuxFamilies family) => family switch
    {
        LinuxFamilies.Ipx => ("ipx/route", "IPX routing not in file /proc/net/ipx/route or /proc/net/ipx_route found.\n"),
        LinuxFamilies.Ax25 => ("ax25_route", "AX.25 not configured in this system.\n"),
        LinuxFamilies.X25 => ("x25/route", "X.25 not configured in this system.\n"),
        LinuxFamilies.NetRom => ("nr_nodes", "NET/ROM not configured in this system.\n"),
        LinuxFamilies.Rose => ("rose_nodes", ""),
        _ => ("atalk_route", ""),
    };
}
