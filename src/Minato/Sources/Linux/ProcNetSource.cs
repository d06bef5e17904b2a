using System;
using System.Buffers;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;
using Minato.Wire;

namespace Minato.Sources.Linux;

/// <summary>
/// Sockets by the text tables of /proc/net (proc_pid_net(5)): slower and poorer than netlink, but there when sock_diag
/// is refused. The tables are read through thread-self, because /proc/net shows the namespace of the process's first
/// thread; a root without thread-self (a copied tree) is read by its own net folder.
/// </summary>
internal sealed class ProcNetSource(string root, ProcFiles files) : ISocketSource
{
    // A line is at most 150 bytes in the internet tables, and 54 plus a 108-byte path in the UNIX one.
    private const int BufferSize = 64 * 1024;

    // What the columns behind the inode of a TCP line are good for.
    private const SocketFields BesideTcpRows = SocketFields.Info | SocketFields.Cookie;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private SortedUnixRows? _sorted;

    // isspace(3) in the C locale.
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\n\v\f\r"u8);

    public Provenance Provenance => Provenance.ProcNet;

    public TableOutcome Append(in TableRequest request, RowBuffer rows)
    {
        switch (request.Table)
        {
            case SocketTable.Unix: return ReadUnix(request, rows);
            case SocketTable.Udp: return ReadPair("udp", ProcFile.Udp, ProcFile.Udp6, request, rows);
            case SocketTable.UdpLite: return ReadPair("udplite", null, null, request, rows);
            case SocketTable.Sctp: return ReadSctp(request, rows);
            case SocketTable.Raw: return ReadPair("raw", ProcFile.Raw, ProcFile.Raw6, request, rows);

            // These two have one state, which their files do not name.
            case SocketTable.Packet when request.States.Contains(SocketState.Closed): return ReadTable("packet", ProcFile.Packet, request, isV6: false, rows);
            case SocketTable.Netlink when request.States.Contains(SocketState.Closed): return ReadTable("netlink", ProcFile.Netlink, request, isV6: false, rows);
            case SocketTable.Packet or SocketTable.Netlink: return TableOutcome.Complete;
            default: return ReadPair("tcp", ProcFile.Tcp, ProcFile.Tcp6, request, rows);
        }
    }

    private TableOutcome ReadUnix(in TableRequest request, RowBuffer rows)
    {
        _sorted = files.ReadsAsSs ? new SortedUnixRows(rows, files.UnixRowsKept) : null;
        TableOutcome outcome = ReadTable("unix", ProcFile.Unix, request, isV6: false, rows);
        _sorted?.Flush();
        return outcome;
    }

    // What is bound is in one file and what is connected in another; the second has peers behind an arrow.
    private TableOutcome ReadSctp(in TableRequest request, RowBuffer rows)
    {
        TableOutcome outcome = TableOutcome.Complete;
        bool hasBound = request.States.Contains(SocketState.Listen);
        if (hasBound) outcome = ReadTable("sctp/eps", null, request, isV6: false, rows);
        if (!request.States.Contains(SocketState.Established) || rows.IsStopped) return outcome;
        TableOutcome connected = ReadTable("sctp/assocs", null, request, isV6: false, rows);
        if (!hasBound || IsAbsent(outcome)) return connected;
        return IsAbsent(connected) ? outcome : outcome.With(connected);
    }

    private static bool IsAbsent(TableOutcome outcome) => outcome is { Result: TableResult.Refused, Errno: Errno.ENOENT };

    private bool HasTable(string name, ProcFile? file)
    {
        int errno = OpenTable(name, file is { } chosen ? files[chosen] : null, out SafeFd opened);
        opened.Dispose();
        return errno == 0;
    }

    private TableOutcome ReadPair(string name, ProcFile? v4File, ProcFile? v6File, in TableRequest request, RowBuffer rows)
    {
        IpFamilies families = files.Families == IpFamilies.None ? request.Families : files.Families;
        TableOutcome outcome = TableOutcome.Complete;
        if ((families & IpFamilies.V4) != 0) outcome = ReadTable(name, v4File, request, isV6: false, rows);
        if ((families & IpFamilies.V6) == 0 || outcome.Result == TableResult.Refused || rows.IsStopped) return outcome;

        TableOutcome v6 = ReadTable(name + "6", v6File, request, isV6: true, rows);
        if (families == IpFamilies.Both) return outcome.WithV6(v6);

        // A kernel without IPv6 has the other half alone.
        return IsAbsent(v6) && HasTable(name, v4File) ? TableOutcome.Complete : v6;
    }

    private TableOutcome ReadTable(string name, ProcFile? file, in TableRequest request, bool isV6, RowBuffer rows)
    {
        int errno = OpenTable(name, file is { } chosen ? files[chosen] : null, out SafeFd opened);
        using (opened)
        {
            return errno != 0 ? TableOutcome.Refused(errno) : ReadLines(opened, request, isV6, rows);
        }
    }

    private TableOutcome ReadLines(SafeFd file, in TableRequest request, bool isV6, RowBuffer rows)
    {
        long damaged = 0;
        bool isEmpty = true;
        bool skips = true; // the line with the columns' names
        int held = 0;
        while (true)
        {
            int got = Read.Call(file, _buffer.AsSpan(held));
            if (got < 0) return new TableOutcome(isEmpty ? TableResult.Refused : TableResult.Incomplete, -got, damaged);

            ReadOnlySpan<byte> text = _buffer.AsSpan(0, held + got);
            int end;
            while ((end = text.IndexOf((byte)'\n')) >= 0)
            {
                if (!skips && !TryAppend(text[..end], request, isV6, rows)) damaged++;
                if (rows.IsStopped) return TableOutcome.Complete;
                isEmpty = skips = false;
                text = text[(end + 1)..];
            }

            // A line longer than the buffer is no row of any table, and its rest is none either.
            if (text.Length == _buffer.Length)
            {
                damaged++;
                skips = true;
                text = default;
            }

            // A line that breaks off is damage to us and a line to ss.
            if (got == 0 && files.ReadsAsSs && !skips && !text.IsEmpty && TryAppend(text, request, isV6, rows)) text = default;
            if (got == 0) return new TableOutcome(TableResult.Complete, 0, text.IsEmpty ? damaged : damaged + 1);
            text.CopyTo(_buffer);
            held = text.Length;
        }
    }

    private bool TryAppend(ReadOnlySpan<byte> line, in TableRequest request, bool isV6, RowBuffer rows)
    {
        ref SocketEntry row = ref rows.Next;
        switch (request.Table)
        {
            case SocketTable.Unix:
                if (!ProcNetUnixDecoder.TryDecode(line, request.NetNamespace, ref row, out ReadOnlySpan<byte> path)) return false;
                if (_sorted is not null) return TryAppendAsSs(line, request, ref row, path);
                if (request.Wants(row.Transport) && request.States.Contains(row.State)) rows.Commit(path, pending: default);
                return true;
            case SocketTable.Packet:
                if (!ProcNetPacketDecoder.TryDecode(line, request.NetNamespace, ref row)) return false;
                if (request.Wants(row.Transport)) rows.Commit();
                return true;
            case SocketTable.Netlink:
                if (!ProcNetNetlinkDecoder.TryDecode(line, request.NetNamespace, ref row, out NetlinkDetails netlink)) return false;
                if ((request.Fields & SocketFields.FamilyDetails) != 0) rows.AddDetails().SetNetlink(netlink);
                rows.Commit();
                return true;
        }

        if (request.Table == SocketTable.Sctp)
        {
            row = default;
            if (!ProcNetSctpDecoder.TryDecode(line, request.NetNamespace, ref row, rows.AddDetails())) return false;
            rows.Commit();
            return true;
        }

        if (!ProcNetInetDecoder.TryDecode(line, request.InetTransport, isV6, request.NetNamespace, ref row, out ReadOnlySpan<byte> rest)) return false;
        if (!request.States.Contains(row.State)) return true;
        if (request.Table == SocketTable.Tcp && (request.Fields & BesideTcpRows) != 0)
        {
            ProcNetTcp beside = ProcNetTcpDecoder.Decode(rest, out ReadOnlySpan<byte> options);
            rows.AddDetails().SetProcNet(in beside, options);
        }

        rows.Commit();
        return true;
    }

    // ss takes the kernel's address of a socket for its peer, and so datagram sockets for connected where the kernel tells
    // addresses; a path ends at its first blank.
    private bool TryAppendAsSs(ReadOnlySpan<byte> line, in TableRequest request, ref SocketEntry row, ReadOnlySpan<byte> path)
    {
        if (row is { Transport: Transport.UnixDatagram, State: SocketState.Closed } && (uint)new TextCursor(line).Hex() != 0) row.State = SocketState.Established;
        if (!request.Wants(row.Transport) || !request.States.Contains(row.State)) return true;
        path = path[Math.Max(0, path.IndexOfAnyExcept(Blanks))..];
        int end = path.IndexOfAny(Blanks);
        _sorted!.Add(in row, end < 0 ? path : path[..end]);
        return true;
    }

    private int OpenTable(string name, string? instead, out SafeFd file)
    {
        if (instead is not null) return Open.Call(Encoding.UTF8.GetBytes(instead + "\0"), FileFlags.O_RDONLY, out file);
        int errno = Open.Call(Encoding.UTF8.GetBytes(root + "/thread-self/net/" + name + "\0"), FileFlags.O_RDONLY, out file);
        if (errno != Errno.ENOENT) return errno;

        file.Dispose();
        return Open.Call(Encoding.UTF8.GetBytes(root + "/net/" + name + "\0"), FileFlags.O_RDONLY, out file);
    }
}
