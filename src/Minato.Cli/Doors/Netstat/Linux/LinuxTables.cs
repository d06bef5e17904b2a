using System.Collections.Generic;
using System.IO;
using Minato.Model;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>
/// Which tables a command line asks for, and which of them this kernel lacks: netstat says so of those that were asked by name
/// and then ends, and with <c>-v</c> says so of the others too.
/// </summary>
internal sealed class LinuxTables
{
    private const LinuxFamilies Internet = LinuxFamilies.Inet | LinuxFamilies.Inet6;

    private readonly LinuxArgs _args;
    private readonly string _procRoot;
    private readonly List<string> _lacking = [];

    // A table asked by name is not there: netstat ends where it says so.
    private bool _isCutShort;

    public LinuxTables(LinuxArgs args, string procRoot)
    {
        _args = args;
        _procRoot = procRoot;
        Transports asked = Kinds(args);
        LinuxFamilies families = args.Families & LinuxFamilies.WithSockets;
        if (args.Has(LinuxOption.Unix)) families |= LinuxFamilies.Unix;
        if (args.Has(LinuxOption.Bluetooth)) families |= LinuxFamilies.Bluetooth;
        HasGroups = args.Has(LinuxOption.Groups);
        bool isDefault = asked == Transports.None && families == LinuxFamilies.None && !HasGroups;

        Families = IpFamiliesOf(families);
        HasInternet = isDefault || asked != Transports.None || (families & Internet) != 0;
        if (HasInternet) ChooseInternet(asked);
        EndsWithInternet = _isCutShort;
        if (_isCutShort) return;
        HasUnix = isDefault || (families & LinuxFamilies.Unix) != 0;
        ChooseOthers(families, isDefault);
    }

    /// <summary>Whether the heading of the internet sockets is printed.</summary>
    public bool HasInternet { get; }

    /// <summary>The internet tables to read.</summary>
    public Transports Inet { get; private set; }

    public IpFamilies Families { get; }

    public bool HasUnix { get; }

    /// <summary>Whether multicast groups stand between the internet and the UNIX sockets.</summary>
    public bool HasGroups { get; }

    /// <summary>Whether an internet table asked by name is not there: netstat ends with it, and so do we.</summary>
    public bool EndsWithInternet { get; }

    /// <summary>The exit code that follows from tables that are not there.</summary>
    public int Code { get; private set; }

    /// <summary>What netstat says of tables that are not there, in its order.</summary>
    public IReadOnlyList<string> Lacking => _lacking;

    private static Transports Kinds(LinuxArgs args)
    {
        Transports kinds = Transports.None;
        if (args.Has(LinuxOption.Tcp)) kinds |= Transports.Tcp;
        if (args.Has(LinuxOption.Udp)) kinds |= Transports.Udp;
        if (args.Has(LinuxOption.Raw)) kinds |= Transports.Raw;
        if (args.Has(LinuxOption.Sctp)) kinds |= Transports.Sctp;
        if (args.Has(LinuxOption.UdpLite)) kinds |= Transports.UdpLite;
        return kinds;
    }

    private static IpFamilies IpFamiliesOf(LinuxFamilies families) => (families & Internet) switch
    {
        LinuxFamilies.Inet => IpFamilies.V4,
        LinuxFamilies.Inet6 => IpFamilies.V6,
        _ => IpFamilies.Both,
    };

    private void ChooseInternet(Transports asked)
    {
        Transports tables = asked != Transports.None ? asked : Transports.Tcp | Transports.Sctp | Transports.Udp | Transports.UdpLite | Transports.Raw;

        // One table for both families, which netstat counts as IPv4's.
        if (Families == IpFamilies.V6) tables &= ~Transports.Sctp;
        if ((tables & Transports.Sctp) != 0 && LacksSctp(isNamed: asked != Transports.None, ref tables)) return;
        if ((tables & Transports.UdpLite) != 0 && !HasFile(Families == IpFamilies.V6 ? "udplite6" : "udplite"))
        {
            // A kernel without IPv6 has nothing to say.
            if (Families != IpFamilies.V6) Lack("AF INET (udplite)", isNamed: asked != Transports.None);
            if (_isCutShort) tables &= ~Transports.Raw;
            tables &= ~Transports.UdpLite;
        }

        Inet = tables;
    }

    // Endpoints are in one file, associations in another. True when netstat ends here.
    private bool LacksSctp(bool isNamed, ref Transports tables)
    {
        bool all = _args.Has(LinuxOption.All);
        bool lacksEndpoints = (all || _args.Has(LinuxOption.Listening)) && !HasFile("sctp/eps");
        if (lacksEndpoints) Lack("AF INET (sctp)", isNamed);
        bool lacksAssociations = !_isCutShort && (all || !_args.Has(LinuxOption.Listening)) && !HasFile("sctp/assocs");
        if (lacksAssociations) Lack("AF INET (sctp)", isNamed);
        if (lacksEndpoints && (lacksAssociations || _isCutShort || !all)) tables &= ~Transports.Sctp;
        else if (lacksAssociations && !all) tables &= ~Transports.Sctp;
        if (!_isCutShort) return false;
        Inet = tables & (Transports.Tcp | Transports.Sctp);
        return true;
    }

    private void ChooseOthers(LinuxFamilies families, bool isDefault)
    {
        ChooseOther(LinuxFamilies.Ipx, "AF IPX", "ipx");
        ChooseOther(LinuxFamilies.Ax25, "AF AX25", "ax25");
        ChooseOther(LinuxFamilies.X25, "AF X25", "x25");
        ChooseOther(LinuxFamilies.NetRom, "AF NETROM", "nr");
        ChooseOther(LinuxFamilies.Rose, "AF ROSE", "rose");
        if (_isCutShort || (families & LinuxFamilies.Bluetooth) == 0) return;
        _lacking.Add("feature `AF BLUETOOTH' not supported: the netstat of Debian and its kin is built without it.");
        Code = ExitCode.No;

        void ChooseOther(LinuxFamilies family, string name, string file)
        {
            bool isNamed = (families & family) != 0;
            if (_isCutShort || !(isNamed || (isDefault && _args.Has(LinuxOption.Verbose)))) return;
            Lack(name, isNamed, IsThere(file) ? name + ": sockets of this family are not read; the kernel lists them in " + _procRoot + "/net/" + file : null);
        }
    }

    private void Lack(string name, bool isNamed, string? instead = null)
    {
        if (_args.Own.From is not null) return;
        if (isNamed || _args.Has(LinuxOption.Verbose)) _lacking.Add(instead ?? "no support for `" + name + "' on this system.");
        if (!isNamed) return;
        _isCutShort = true;
        Code = ExitCode.No;
    }

    private bool IsThere(string file) => File.Exists(_procRoot + "/net/" + file) || Directory.Exists(_procRoot + "/net/" + file);

    // A printed table has what it has.
    private bool HasFile(string name) => _args.Own.From is not null || File.Exists(_procRoot + "/net/" + name);
}
