using System;
using System.Collections.Generic;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Sources.Linux;

namespace Minato.Sources;

/// <summary>The one place that ranks sources: sock_diag first, /proc/net for each table that sock_diag refuses.</summary>
internal sealed class SourceSelector(SourcePreference preference, string procRoot, INetlinkChannelFactory netlink) : IDisposable
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
    ];

    private static readonly (SocketFields Field, string Name)[] UnixFields =
    [
        (SocketFields.UnixPeer, "peers"),
        (SocketFields.UnixQueues, "queues"),
        (SocketFields.UnixFile, "files"),
        (SocketFields.User, "users"),
        (SocketFields.Cookie, "cookies"),
        (SocketFields.Shutdown, "shutdown directions"),
    ];

    private readonly List<Unavailable> _unavailable = [];
    private NetlinkSource? _netlink;
    private ProcNetSource? _proc;

    /// <summary>What could not be had, in the order met.</summary>
    public IReadOnlyList<Unavailable> Unavailable => _unavailable;

    /// <summary>The source that served; the weakest when several did.</summary>
    public Provenance Provenance { get; private set; }

    public TableOutcome Append(in TableRequest request, RowBuffer rows)
    {
        int netlinkErrno = 0;
        if (preference != SourcePreference.ProcNet)
        {
            _netlink ??= new NetlinkSource(netlink);
            TableOutcome outcome = _netlink.Append(request, rows);
            if (outcome.Result != TableResult.Refused) return Served(_netlink, outcome);

            netlinkErrno = outcome.Errno;
            if (!IsInProcNet(request.Table)) return RefuseWithoutFallback(request, outcome);
            if (preference == SourcePreference.Netlink) return Refuse(request, outcome, "sock_diag: " + ErrnoText.Of(netlinkErrno), NetlinkRemedy);
        }

        // Where ss reads /proc/net for all else, it shows no rows of these tables.
        if (!IsInProcNet(request.Table)) return TableOutcome.Complete;
        _proc ??= new ProcNetSource(procRoot);
        TableOutcome fallback = _proc.Append(request, rows);
        if (fallback.Result == TableResult.Refused)
        {
            string why = procRoot + "/net: " + ErrnoText.Of(fallback.Errno);
            string remedy = "proc mounted at " + procRoot;
            return netlinkErrno == 0
                ? Refuse(request, fallback, why, remedy)
                : Refuse(request, fallback, "sock_diag: " + ErrnoText.Of(netlinkErrno) + "; " + why, NetlinkRemedy + ", or " + remedy);
        }

        NoteMissingFields(request);
        return Served(_proc, fallback);
    }

    public void Dispose() => _netlink?.Dispose();

    private TableOutcome Served(ISocketSource source, TableOutcome outcome)
    {
        if (source.Provenance > Provenance) Provenance = source.Provenance;
        return outcome;
    }

    private static bool IsInProcNet(SocketTable table) => table is not (SocketTable.Mptcp or SocketTable.Sctp or SocketTable.Dccp);

    // A table that the kernel does not have is empty; one that may not be read is missing.
    private TableOutcome RefuseWithoutFallback(in TableRequest request, TableOutcome outcome) =>
        outcome.Errno is Errno.ENOENT or Errno.EINVAL or Errno.EOPNOTSUPP
            ? TableOutcome.Complete
            : Refuse(request, outcome, "sock_diag: " + ErrnoText.Of(outcome.Errno), NetlinkRemedy);

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
        foreach ((SocketFields field, string name) in request.Table == SocketTable.Unix ? UnixFields : InetFields)
        {
            if ((asked & field) != 0) names.Add(name);
        }

        if (names.Count == 0) return;
        string what = string.Join(", ", names) + " of " + Name(request.Table) + " sockets";
        string remedy = preference == SourcePreference.ProcNet ? "netlink as the source" : NetlinkRemedy;
        Note(new Unavailable(what, "/proc/net does not carry them", remedy));
    }

    // A table may be asked twice: for its listeners first.
    private void Note(Unavailable missing)
    {
        if (!_unavailable.Contains(missing)) _unavailable.Add(missing);
    }

    private static string Name(SocketTable table) => table switch
    {
        SocketTable.Udp => "UDP",
        SocketTable.Raw => "raw",
        SocketTable.Unix => "UNIX",
        SocketTable.Mptcp => "MPTCP",
        SocketTable.Sctp => "SCTP",
        SocketTable.Dccp => "DCCP",
        _ => "TCP",
    };
}
