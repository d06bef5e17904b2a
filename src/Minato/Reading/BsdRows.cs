using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// Rows of internet sockets as macOS and the BSDs print them: <c>tcp4 0 0 127.0.0.1.631 *.* LISTEN …</c>, with the address of
/// a control block in front (-A), and process, buffers and flags behind (-v).
/// </summary>
internal sealed class BsdRows(TableBuilder table, TailWords tail)
{
    private static readonly PrintedCell[] Listener = [PrintedCell.Identity, PrintedCell.ListenQueues];

    /// <summary>Whether a word is a protocol that only these tables have.</summary>
    public static bool IsProtocol(ReadOnlySpan<byte> word) =>
        word.Length is 4 or 5 && (word.EndsWith("4"u8) || word.EndsWith("46"u8)) && BsdProtocol.TryRead(word, default, out _);

    /// <summary>Whether a row that net-tools could have printed too has this table's addresses: the dot before the port.</summary>
    public static bool HasDots(ReadOnlySpan<byte> end) => end.LastIndexOf((byte)'.') > end.LastIndexOf((byte)':');

    public bool TryRead(in TextLine line, TableShape shape)
    {
        int word = shape.Has(TableColumns.Block) ? shape.Has(TableColumns.Hash) ? 2 : 1 : 0;
        ReadOnlySpan<byte> block = word > 0 ? line[0] : default;
        if (shape.Has(TableColumns.ListenQueues)) return TryReadListener(in line, word, block, shape);
        if (!BsdProtocol.TryRead(line[word], line[word + 1], out BsdProtocol protocol)) return false;
        word += protocol.Words;
        SocketEntry row = new()
        {
            Transport = protocol.Transport,
            Protocol = protocol.Number,
            Family = protocol.IsV6 ? SocketFamily.Inet6 : SocketFamily.Inet,
            V6Only = protocol.IsV6 && !protocol.IsV4Too,
            State = protocol.Transport == Transport.Tcp ? SocketState.Unknown : SocketState.Closed,
            Known = SocketFields.FromText | (protocol.IsV6 ? SocketFields.V6Only : SocketFields.None),
        };
        if (!TryQueues(in line, shape, ref word, ref row)) return false;
        if (!TryEnds(in line, shape, ref word, hasPeer: true, ref row)) return false;
        if (StateWords.TryFind(line[word], out SocketState state))
        {
            if (row.Transport == Transport.Tcp) row.State = state;
            word++;
        }

        if (shape.Tail is not { } columns)
        {
            table.Add(in row);
            return true;
        }

        int length = 0;
        tail.Read(in line, word, shape.Has(TableColumns.Block) ? columns[1..] : columns, endsLine: true, ref row, out length);
        if (!shape.Has(TableColumns.Block)) table.Add(in row, columns, tail.Kept(length));
        else AddWithBlock(in row, block, columns, length);
        return true;
    }

    // The first column's word stands in front of the others.
    private void AddWithBlock(in SocketEntry row, ReadOnlySpan<byte> block, PrintedCell[] columns, int length)
    {
        byte[] words = new byte[block.Length + 1 + length];
        block.CopyTo(words);
        words[block.Length] = PrintedCells.End;
        tail.Kept(length).CopyTo(words.AsSpan(block.Length + 1));
        table.Add(in row, columns, words);
    }

    // FreeBSD's -T has other numbers there, and none for UDP.
    private static bool TryQueues(in TextLine line, TableShape shape, ref int word, ref SocketEntry row)
    {
        bool areQueues = shape.Kind != TableKind.Bsd || shape.Has(TableColumns.Queues);
        if (!areQueues)
        {
            while (NumberWords.TryNumber(line[word], out ulong _)) word++;
            return true;
        }

        if (!NumberWords.TryNumberOrDash(line[word], out uint? receive) || !NumberWords.TryNumberOrDash(line[word + 1], out uint? send)) return false;
        (row.ReceiveQueue, row.SendQueue) = (receive ?? 0, send ?? 0);
        if (receive is not null && send is not null) row.Known |= SocketFields.Queues;
        word += 2;
        return true;
    }

    private bool TryEnds(in TextLine line, TableShape shape, ref int word, bool hasPeer, ref SocketEntry row)
    {
        EndForm form = EndForm.Bsd(shape.Has(TableColumns.Narrow));
        bool isV6 = row.Family == SocketFamily.Inet6;
        if (!EndWords.TryRead(table.Names, line[word++], in form, isV6, out EndWord local)) return false;
        EndWord peer = default;
        if (hasPeer && !EndWords.TryRead(table.Names, line[word++], in form, isV6, out peer)) return false;
        if (!hasPeer)
        {
            row.Family = local.IsText || !local.End.Addr.IsV6 ? SocketFamily.Inet : SocketFamily.Inet6;
            peer.End.Addr = row.Family == SocketFamily.Inet6 ? IpAddr.V6(0, 0) : IpAddr.V4(0);
        }

        RowEnds.SetScoped(table.Names, ref local, ref peer, ref row);
        if (row.Transport != Transport.Tcp && !peer.IsAny && hasPeer) row.State = SocketState.Established;
        return true;
    }

    // "0/0/128": waiting, not finished, and the limit. Where no protocol is said they are TCP's.
    private bool TryReadListener(in TextLine line, int word, ReadOnlySpan<byte> block, TableShape shape)
    {
        SocketEntry row = new() { Transport = Transport.Tcp, State = SocketState.Listen, Known = SocketFields.FromText };
        if (BsdProtocol.TryRead(line[word], default, out BsdProtocol protocol))
        {
            row.V6Only = protocol.IsV6 && !protocol.IsV4Too;
            word++;
        }

        ReadOnlySpan<byte> queues = line[word++];
        int first = queues.IndexOf((byte)'/');
        int last = queues.LastIndexOf((byte)'/');
        if (first <= 0 || last == first || !NumberWords.TryNumberOrDash(queues[..first], out uint? waiting) || !NumberWords.TryNumberOrDash(queues[(last + 1)..], out uint? limit)) return false;
        if (!TryEnds(in line, shape, ref word, hasPeer: false, ref row)) return false;
        (row.ReceiveQueue, row.SendQueue) = (waiting ?? 0, limit ?? 0);
        if (waiting is not null) row.Known |= SocketFields.Queues;
        if (limit is not null) row.Known |= SocketFields.Backlog;
        int length = 0;
        tail.Keep(block, ref length);
        tail.Keep(queues, ref length);
        table.Add(in row, Listener, tail.Kept(length));
        return true;
    }
}
