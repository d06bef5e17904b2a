using System;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Sources.Linux.Connections;

namespace Minato;

/// <summary>The front door: lists the sockets of the machine (of the network namespace this process is in).</summary>
public static class SocketInspector
{
    private static ReadOnlySpan<SocketTable> SsOrder =>
    [
        SocketTable.Netlink, SocketTable.Packet, SocketTable.Unix, SocketTable.Raw, SocketTable.Udp, SocketTable.UdpLite, SocketTable.Tcp,
        SocketTable.Dccp, SocketTable.Sctp, SocketTable.Vsock, SocketTable.Tipc, SocketTable.Xdp, SocketTable.Mptcp,
    ];

    private static ReadOnlySpan<SocketTable> NetstatOrder =>
        [SocketTable.Tcp, SocketTable.Sctp, SocketTable.Udp, SocketTable.UdpLite, SocketTable.Raw, SocketTable.Unix];

    /// <summary>Lists sockets and hands them on in batches: memory does not grow with their number.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="consumer">Takes the rows; may end the reading.</param>
    /// <returns>How good the answer is.</returns>
    public static SocketReport Read(SocketQuery query, ISocketConsumer consumer)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(consumer);

        SocketReport report = new();
        using RowDelivery delivery = new(query, consumer, report);
        using SourceSelector sources = new(
            query.Source, query.ProcRoot, new SockDiagChannelFactory(), query.ProcFiles, query.DumpFile, ConnectionTable.OpenHere, query.ExplainsRefusals);
        TableRequest request = RequestFor(query, delivery.Fields, (delivery.Fields & SocketFields.Cookie) == 0 ? 0 : NetNamespace.Read(query.ProcRoot)) with
        {
            Filter = query.Filter?.Kernel,
        };

        delivery.SearchOwnersBeside(request);
        if ((query.Transports & Transports.Tcp) != 0) delivery.LearnListeners(sources, request);
        RowBuffer rows = new(delivery.Window, delivery);
        foreach (SocketTable table in query.Order == TableOrder.Netstat ? NetstatOrder : SsOrder)
        {
            if (rows.IsStopped) break;
            if ((query.Transports & TransportsOf(table)) == 0) continue;
            TableOutcome outcome = sources.Append(request with { Table = table }, rows);
            report.Incomplete |= outcome.Result == TableResult.Incomplete;
            report.DamagedRows += outcome.DamagedRows;
        }

        rows.Finish();
        report.Source = sources.Provenance;
        if (sources.DescribeConnections() is { } how) report.Note(how);
        report.Unavailable = sources.Unavailable;
        delivery.ReportOwners();
        return report;
    }

    /// <summary>Lists sockets into memory: for tables of ordinary size.</summary>
    /// <param name="query">What to list.</param>
    public static SocketSnapshot Snapshot(SocketQuery query)
    {
        SnapshotRows rows = new();
        SocketReport report = Read(query, rows);
        return new SocketSnapshot(rows, report);
    }

    /// <summary>Writes the kernel's own answer to a query for TCP sockets, for <see cref="SocketQuery.DumpFile"/> to read.</summary>
    /// <returns>0, or the error number that broke it.</returns>
    internal static int WriteDump(SocketQuery query, Func<ReadOnlyMemory<byte>, bool> write) =>
        new DiagDump(new SockDiagChannelFactory(), write).Run(RequestFor(query, query.Fields, netNamespace: 0));

    private static TableRequest RequestFor(SocketQuery query, SocketFields fields, ulong netNamespace) => new(
        SocketTable.Tcp, query.Families, query.Transports, query.States, fields, query.FamiliesApart, netNamespace)
    {
        InWalkOrder = query.InWalkOrder,
        ReadsRareFiles = query.Order == TableOrder.Netstat,
        NamesSockets = query.NamesSockets,
    };

    private static Transports TransportsOf(SocketTable table) => table switch
    {
        SocketTable.Tcp => Transports.Tcp,
        SocketTable.Udp => Transports.Udp,
        SocketTable.UdpLite => Transports.UdpLite,
        SocketTable.Raw => Transports.Raw,
        SocketTable.Unix => Transports.Unix,
        SocketTable.Mptcp => Transports.Mptcp,
        SocketTable.Sctp => Transports.Sctp,
        SocketTable.Dccp => Transports.Dccp,
        SocketTable.Packet => Transports.Packet,
        SocketTable.Netlink => Transports.Netlink,
        SocketTable.Vsock => Transports.Vsock,
        SocketTable.Tipc => Transports.Tipc,
        _ => Transports.Xdp,
    };
}
