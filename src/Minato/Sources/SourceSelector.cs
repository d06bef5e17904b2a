using System;
using System.Collections.Generic;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources.Linux;
using Minato.Sources.Linux.Connections;

namespace Minato.Sources;

/// <summary>
/// The one place that ranks sources: for many TCP connections a program in the kernel, then sock_diag, /proc/net for each table
/// that sock_diag refuses; a dump file when one was named.
/// </summary>
/// <param name="preference">Which source to insist on.</param>
/// <param name="procRoot">Where /proc is.</param>
/// <param name="netlink">Opens channels to sock_diag.</param>
/// <param name="files">Tables that are read from files.</param>
/// <param name="dumpFile">A file to read instead of the TCP table.</param>
/// <param name="connections">Opens the table of connections for a program in the kernel; null never does.</param>
/// <param name="explains">Whether that is to say why it was refused, for who asked for it.</param>
internal sealed class SourceSelector(
    SourcePreference preference,
    string procRoot,
    INetlinkChannelFactory netlink,
    ProcFiles? files = null,
    string? dumpFile = null,
    OpenConnectionTable? connections = null,
    bool explains = false) : IDisposable
{
    private const string NetlinkRemedy = "a kernel with this table's diag module, or no seccomp filter on netlink";

    // What sock_diag tells and /proc/net does not.
    private static readonly (SocketFields Field, string Name)[] InetFields =
    [
        (SocketFields.Backlog, "backlogs"),
        (SocketFields.V6Only, "IPv6-only marks"),
        (SocketFields.Interface, "interfaces"),
        (SocketFields.Cookie, "cookies"),
        (SocketFields.Mark, "firewall marks"),
        (SocketFields.Cgroup, "control groups"),
        (SocketFields.Shutdown, "shutdown directions"),
        (SocketFields.Memory, "buffers"),
        (SocketFields.Info, "metrics"),
        (SocketFields.TrafficClass, "traffic classes"),
        (SocketFields.InetOptions, "options"),
    ];

    private static readonly (SocketFields Field, string Name)[] UnixFields =
    [
        (SocketFields.UnixPeer, "peers"),
        (SocketFields.UnixQueues, "queues"),
        (SocketFields.UnixFile, "files"),
        (SocketFields.User, "users"),
        (SocketFields.Cookie, "cookies"),
        (SocketFields.Shutdown, "shutdown directions"),
        (SocketFields.Memory, "memory"),
    ];

    private static readonly (SocketFields Field, string Name)[] PacketFields =
    [
        (SocketFields.Cookie, "cookies"),
        (SocketFields.Memory, "memory"),
        (SocketFields.FamilyDetails, "flags and rings"),
        (SocketFields.PacketFilter, "filters"),
    ];

    private static readonly (SocketFields Field, string Name)[] NetlinkFields =
    [
        (SocketFields.OtherEnd, "peers"),
        (SocketFields.Memory, "memory"),
    ];

    private readonly ProcFiles _files = files ?? ProcFiles.None;
    private readonly List<Unavailable> _unavailable = [];
    private readonly List<string> _unasked = [];
    private ApartDump? _apart;
    private NetlinkSource? _netlink;
    private ConnectionSource? _connections;
    private ProcNetSource? _proc;

    /// <summary>What could not be had, in the order met.</summary>
    public IReadOnlyList<Unavailable> Unavailable => _unasked.Count == 0 ? _unavailable : [.. _unavailable, DescribeUnasked()];

    /// <summary>The source that served; the weakest when several did.</summary>
    public Provenance Provenance { get; private set; }

    public TableOutcome Append(in TableRequest request, RowBuffer rows)
    {
        if (dumpFile is not null && request.Table == SocketTable.Tcp) return AppendDump(request, rows, dumpFile);
        int netlinkErrno = 0;
        bool forcesFile = request.Table <= SocketTable.Netlink && _files.Forces(request.File);
        if (preference != SourcePreference.ProcNet && !forcesFile && !request.InsistsOnFile)
        {
            _netlink ??= OpenNetlink(isAlone: Environment.ProcessorCount == 1);
            if (TryConnections(request, _netlink, rows, out TableOutcome outcome)) return Served(_netlink, outcome);
            outcome = _netlink.Append(request, rows);
            if (_netlink.MayNotSeeMarks) Note(new Unavailable("firewall marks", "only a process with CAP_NET_ADMIN may see them", "sudo"));
            if (outcome.Result != TableResult.Refused) return Served(_netlink, outcome);
            if (!request.HasFile) return WithoutFile(request, outcome);

            netlinkErrno = outcome.Errno;
            if (preference == SourcePreference.Netlink) return Refuse(request, outcome, "sock_diag: " + ErrnoText.Of(netlinkErrno), NetlinkRemedy);
        }

        if (!request.HasFile)
        {
            // As in ss, a file in its place leaves such a table out.
            if (!forcesFile) _unasked.Add(Name(request.Table));
            return TableOutcome.Complete;
        }

        _proc ??= new ProcNetSource(procRoot, _files);
        TableOutcome fallback = _proc.Append(request, rows);
        if (fallback.Result == TableResult.Refused)
        {
            if (request.Table == SocketTable.Packet && IsAbsent(netlinkErrno) && fallback.Errno == Errno.ENOENT) return TableOutcome.Complete;
            string why = (_files[request.File] ?? procRoot + "/net") + ": " + ErrnoText.Of(fallback.Errno);
            string remedy = "proc mounted at " + procRoot;
            return netlinkErrno == 0
                ? Refuse(request, fallback, why, remedy)
                : Refuse(request, fallback, "sock_diag: " + ErrnoText.Of(netlinkErrno) + "; " + why, NetlinkRemedy + ", or " + remedy);
        }

        NoteMissingFields(request);
        return Served(_proc, fallback);
    }

    public void Dispose()
    {
        _connections?.Dispose();
        _netlink?.Dispose();
    }

    /// <summary>How TCP connections were read, when a program in the kernel did it or was to; else null.</summary>
    public string? DescribeConnections() => _connections switch
    {
        null => null,
        { Refusal: { } why } => "TCP connections by sock_diag, not by a BPF program: " + why,
        _ => "TCP connections by a BPF program",
    };

    // A single processor has nothing to share out.
    private NetlinkSource OpenNetlink(bool isAlone) => new(
        netlink,
        split: isAlone ? null : new SplitDump(netlink, () => TcpCount.Of(procRoot), () => TcpCount.FirstEphemeralPort(procRoot)),
        apart: _apart ??= new ApartDump(() => TcpCount.Of(procRoot), () => TcpCount.OfV6(procRoot)),
        readsAhead: !isAlone);

    private bool TryConnections(in TableRequest request, NetlinkSource netlinkSource, RowBuffer rows, out TableOutcome outcome)
    {
        outcome = default;
        if (connections is null || preference == SourcePreference.Netlink || !ConnectionSource.Fits(request)) return false;
        ConnectionCounts counts = ConnectionCounts.Of(procRoot);
        if (preference != SourcePreference.Bpf && !counts.AreEnough) return false;
        _connections ??= new ConnectionSource(netlinkSource, connections, Environment.ProcessorCount, _apart, explains);
        return _connections.TryAppend(request, counts.All, rows, out outcome);
    }

    private TableOutcome AppendDump(in TableRequest request, RowBuffer rows, string path)
    {
        DiagFileSource dump = new(path);
        TableOutcome outcome = dump.Append(request, rows);
        if (dump.Problem is { } problem) Note(problem);
        return outcome.Result == TableResult.Refused ? outcome : Served(dump, outcome);
    }

    private TableOutcome Served(ISocketSource source, TableOutcome outcome)
    {
        if (source.Provenance > Provenance) Provenance = source.Provenance;
        return outcome;
    }

    // No file tells of these tables. That the kernel has none of them is an answer; that it could not be asked is not.
    private TableOutcome WithoutFile(in TableRequest request, TableOutcome outcome)
    {
        if (_netlink!.HasChannel && !IsAbsent(outcome.Errno)) return Refuse(request, outcome, "sock_diag: " + ErrnoText.Of(outcome.Errno), NetlinkRemedy);
        if (!_netlink.HasChannel && !_unasked.Contains(Name(request.Table))) _unasked.Add(Name(request.Table));
        return TableOutcome.Complete;
    }

    // How kernels without a table's diag module, or without its whole family, answer.
    private static bool IsAbsent(int errno) => errno
        is Errno.ENOENT or Errno.EINVAL or Errno.EPROTONOSUPPORT or Errno.EAFNOSUPPORT or Errno.EOPNOTSUPP;

    private Unavailable DescribeUnasked() => new(
        string.Join(", ", _unasked) + " sockets",
        "only sock_diag tells of them, and it was not asked or refused",
        preference == SourcePreference.ProcNet ? "netlink as the source" : NetlinkRemedy);

    private TableOutcome Refuse(in TableRequest request, TableOutcome outcome, string why, string remedy)
    {
        Note(new Unavailable(Name(request.Table) + " sockets", why, remedy) { IsWholeTable = true });
        return outcome;
    }

    private void NoteMissingFields(in TableRequest request)
    {
        SocketFields asked = request.Fields;
        if (request.Table != SocketTable.Tcp || !request.States.Contains(SocketState.Listen)) asked &= ~SocketFields.Backlog;
        if ((request.Families & IpFamilies.V6) == 0) asked &= ~SocketFields.V6Only;

        List<string> names = [];
        foreach ((SocketFields field, string name) in Fields(request.Table))
        {
            if ((asked & field) != 0) names.Add(name);
        }

        if (names.Count == 0) return;
        string what = string.Join(", ", names) + " of " + Name(request.Table) + " sockets";
        string remedy = preference == SourcePreference.ProcNet ? "netlink as the source" : NetlinkRemedy;
        Note(new Unavailable(what, "/proc/net does not carry them", remedy));
    }

    private static (SocketFields Field, string Name)[] Fields(SocketTable table) => table switch
    {
        SocketTable.Unix => UnixFields,
        SocketTable.Packet => PacketFields,
        SocketTable.Netlink => NetlinkFields,
        _ => InetFields,
    };

    // A table may be asked twice: for its listeners first.
    private void Note(Unavailable missing)
    {
        if (!_unavailable.Contains(missing)) _unavailable.Add(missing);
    }

    private static string Name(SocketTable table) => table switch
    {
        SocketTable.Udp => "UDP",
        SocketTable.UdpLite => "UDP-Lite",
        SocketTable.Raw => "raw",
        SocketTable.Unix => "UNIX",
        SocketTable.Mptcp => "MPTCP",
        SocketTable.Sctp => "SCTP",
        SocketTable.Dccp => "DCCP",
        SocketTable.Packet => "packet",
        SocketTable.Netlink => "netlink",
        SocketTable.Vsock => "vsock",
        SocketTable.Tipc => "TIPC",
        SocketTable.Xdp => "AF_XDP",
        _ => "TCP",
    };
}
