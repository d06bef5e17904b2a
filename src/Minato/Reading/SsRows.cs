using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// Rows as ss prints them, and Minato in ss's columns: <c>tcp ESTAB 0 0 10.0.0.2:22 10.0.0.9:51000 users:((…))</c>. Which of
/// the first columns there are is the heading's word, or the first word's.
/// </summary>
internal sealed class SsRows(TableBuilder table)
{
    private readonly SsExtras _extras = new(table);

    // Rows of a table that does not say what they are: the states of all of them do.
    private int _unsettled = -1;
    private bool _hasTcpStates;
    private bool _hasUnconnected;

    // Whether the line before belongs to a row, so that more of it may follow.
    private bool _isOpen;

    /// <summary>Rows of kinds that no netstat has.</summary>
    public long OtherRows { get; private set; }

    /// <summary>Whether a line without a heading is such a row.</summary>
    public static bool IsRow(in TextLine line) =>
        StateWords.TryFind(line[0], out _) ? NumberWords.TryNumber(line[1], out uint _) : IsNetid(line[0]) && StateWords.TryFind(line[1], out _);

    public bool TryRead(in TextLine line, TableShape shape)
    {
        bool isTold = shape.Kind == TableKind.Ss;
        int word = 0;
        Transport transport = Transport.Tcp;
        bool hasNetid = isTold ? shape.Has(TableColumns.Netid) : !StateWords.TryFind(line[0], out _);
        if (hasNetid && !TryNetid(line[word++], out transport)) return TryOther(in line);

        SocketEntry row = new() { Transport = transport, Known = SocketFields.FromText };
        if (!isTold || shape.Has(TableColumns.State))
        {
            if (!StateWords.TryFind(line[word++], out SocketState state)) return false;
            row.State = state;
        }

        if (!isTold || shape.Has(TableColumns.Queues))
        {
            // ss prints both, and before 6.2 inodes too, as signed numbers.
            if (!NumberWords.TrySigned(line[word], out uint receive) || !NumberWords.TrySigned(line[word + 1], out uint send)) return false;
            (row.ReceiveQueue, row.SendQueue) = (receive, send);
            row.Known |= SocketFields.Queues | (row.State == SocketState.Listen ? SocketFields.Backlog : SocketFields.None);
            word += 2;
        }

        bool isRow = (Transports)(1 << (int)transport) is Transports.UnixStream or Transports.UnixDatagram or Transports.UnixSeqPacket
            ? TryUnix(in line, word, ref row)
            : TryInternet(in line, word, ref row);
        if (!isRow) return false;
        if (!hasNetid) Watch(in row);
        table.Add(in row);
        _isOpen = true;
        return true;
    }

    /// <summary>Takes a further line of a row: its owners and what -i, -m and -e say.</summary>
    public bool TryContinue(in TextLine line)
    {
        if (!_isOpen || line.Bytes.IsEmpty || (line.Bytes[0] != '\t' && line.Bytes[0] != ' ')) return false;
        SocketEntry row = table.Last;
        _extras.Read(line.From(0), ref row);
        table.SetLast(in row);
        return true;
    }

    /// <summary>A table ends. One without kinds and without a state of TCP, but with unconnected sockets, was of UDP.</summary>
    public void Close()
    {
        _isOpen = false;
        if (_unsettled >= 0 && _hasUnconnected && !_hasTcpStates)
        {
            for (int i = _unsettled; i < table.Rows.Count; i++)
            {
                SocketEntry row = table.Rows.Get(i);
                if (row.Transport != Transport.Tcp) continue;
                row.Transport = Transport.Udp;
                table.Rows.Set(i, in row);
            }
        }

        _unsettled = -1;
        _hasTcpStates = _hasUnconnected = false;
    }

    private void Watch(in SocketEntry row)
    {
        if (_unsettled < 0) _unsettled = table.Rows.Count;
        if (row.Has(SocketFields.Timer) || row.State is not (SocketState.Closed or SocketState.Established or SocketState.Unknown)) _hasTcpStates = true;
        else if (row.State == SocketState.Closed) _hasUnconnected = true;
    }

    private bool TryInternet(in TextLine line, int word, ref SocketEntry row)
    {
        if (!EndWords.TryRead(table.Names, line[word], EndForm.Ss, isV6: false, out EndWord local)) return false;
        if (!EndWords.TryRead(table.Names, line[word + 1], EndForm.Ss, isV6: false, out EndWord peer)) return false;

        // The wildcard of both families is a star; that of one has its zeros.
        bool isV6 = local.IsAny || local.Host[0] == '[' || peer.Host[0] == '[' || (local.IsText && peer.IsAny);
        row.Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        row.V6Only = (!local.IsAny && local.End.Addr is { IsV6: true, IsUnspecified: true }) || (!peer.IsAny && peer.End.Addr is { IsV6: true, IsUnspecified: true });
        if (isV6) row.Known |= SocketFields.V6Only;
        if (local.IsAny) local.End.Addr = IpAddr.V6(0, 0);
        if (peer.IsAny && isV6) peer.End.Addr = IpAddr.V6(0, 0);
        RowEnds.SetBound(table.Names, ref local, ref peer, ref row);
        _extras.Read(line.From(word + 2), ref row);
        return true;
    }

    // Path and inode, a star and the peer's inode. A path may hold anything, also what looks like these: the first place behind
    // which only what ss appends follows is the right one.
    private bool TryUnix(in TextLine line, int word, ref SocketEntry row)
    {
        row.Family = SocketFamily.Unix;
        return TryUnix(in line, word, hasQuotes: false, ref row) || TryUnix(in line, word, hasQuotes: true, ref row);
    }

    private bool TryUnix(in TextLine line, int word, bool hasQuotes, ref SocketEntry row)
    {
        for (int star = word + 2; star < line.Count - 1; star++)
        {
            if (line[star] is not [(byte)'*']) continue;
            if (!TryInode(line[star - 1], out ulong inode) || !NumberWords.TrySigned(line[star + 1], out uint peer)) continue;
            ReadOnlySpan<byte> rest = line.From(star + 2);
            if (!SsExtras.AreExtras(rest, hasQuotes)) continue;

            ReadOnlySpan<byte> path = line.Bytes[line.Start(word)..(line.Start(star - 1) - 1)];
            if (path is not [(byte)'*']) table.SetPath(path, ref row);
            row.Inode = inode;
            row.UnixPeerInode = peer;
            row.Known |= SocketFields.Inode | SocketFields.UnixPeer | SocketFields.UnixQueues;
            _extras.Read(rest, ref row);
            return true;
        }

        return false;
    }

    private static bool TryInode(ReadOnlySpan<byte> text, out ulong inode)
    {
        if (NumberWords.TryNumber(text, out inode)) return true;
        bool isInode = NumberWords.TrySigned(text, out uint number);
        inode = number;
        return isInode;
    }

    private bool TryOther(in TextLine line)
    {
        if (!IsNetid(line[0]) || line.Count < 3) return false;
        _isOpen = false;
        OtherRows++;
        return true;
    }

    private static bool TryNetid(ReadOnlySpan<byte> word, out Transport transport)
    {
        transport = word switch
        {
            _ when word.SequenceEqual("udp"u8) => Transport.Udp,
            _ when word.SequenceEqual("u_str"u8) => Transport.UnixStream,
            _ when word.SequenceEqual("u_dgr"u8) => Transport.UnixDatagram,
            _ when word.SequenceEqual("u_seq"u8) => Transport.UnixSeqPacket,
            _ when word.SequenceEqual("raw"u8) || word.SequenceEqual("icmp6"u8) || word.SequenceEqual("icmp"u8) => Transport.Raw,
            _ when word.SequenceEqual("mptcp"u8) => Transport.Mptcp,
            _ when word.SequenceEqual("sctp"u8) => Transport.Sctp,
            _ when word.SequenceEqual("dccp"u8) => Transport.Dccp,
            _ => Transport.Tcp,
        };
        return transport != Transport.Tcp || word.SequenceEqual("tcp"u8);
    }

    private static bool IsNetid(ReadOnlySpan<byte> word) =>
        TryNetid(word, out _) || word.SequenceEqual("nl"u8) || word.SequenceEqual("p_raw"u8) || word.SequenceEqual("p_dgr"u8) || word.SequenceEqual("xdp"u8)
        || word.SequenceEqual("tipc"u8) || word.SequenceEqual("???"u8) || word.StartsWith("v_"u8) || word.StartsWith("ti_"u8);
}
