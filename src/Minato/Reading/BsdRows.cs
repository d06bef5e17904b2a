using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// Rows of internet sockets as macOS and the BSDs print them: <c>tcp4 0 0 127.0.0.1.631 *.* LISTEN …</c>, with the address of
/// a control block in front (-A), and process, buffers and flags behind (-v).
/// </summary>
internal sealed class BsdRows(TableBuilder table)
{
    // netinet/in.h
    private const ushort IPPROTO_IGMP = 2;
    private const ushort IPPROTO_RAW = 255;

    /// <summary>Whether a word is a protocol that only these tables have.</summary>
    public static bool IsProtocol(ReadOnlySpan<byte> word) =>
        word.Length is 4 or 5 && (word.EndsWith("4"u8) || word.EndsWith("46"u8)) && TryProtocol(word, out _, out _, out _);

    /// <summary>Whether a row that net-tools could have printed too has this table's addresses: the dot before the port.</summary>
    public static bool HasDots(ReadOnlySpan<byte> end) => end.LastIndexOf((byte)'.') > end.LastIndexOf((byte)':');

    public bool TryRead(in TextLine line, TableShape shape)
    {
        int word = shape.Has(TableColumns.Block) ? shape.Has(TableColumns.Hash) ? 2 : 1 : 0;
        if (!TryRaw(in line, ref word, out ushort protocol, out Transport transport, out bool isV6, out bool isV4Too)) return false;
        SocketEntry row = new()
        {
            Transport = transport,
            Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet,
            V6Only = isV6 && !isV4Too,
            State = transport == Transport.Tcp ? SocketState.Unknown : SocketState.Closed,
            Known = SocketFields.FromText | (isV6 ? SocketFields.V6Only : SocketFields.None),
        };
        word++;
        if (shape.Has(TableColumns.ListenQueues)) return TryReadListener(in line, word, ref row);
        if (!TryQueues(in line, shape, ref word, ref row)) return false;
        if (!TryEnds(in line, shape, ref word, hasPeer: true, ref row)) return false;
        if (StateWords.TryFind(line[word], out SocketState state))
        {
            if (transport == Transport.Tcp) row.State = state;
            word++;
        }

        if (protocol != 0) row.LocalEnd.Port = protocol;
        ReadProcess(in line, shape, word, ref row);
        table.Add(in row);
        return true;
    }

    // Of a raw socket's protocol three letters and its family are printed: "igm4", and "ip 4" in two words.
    private static bool TryRaw(in TextLine line, ref int word, out ushort protocol, out Transport transport, out bool isV6, out bool isV4Too)
    {
        protocol = line[word].SequenceEqual("igm4"u8) ? IPPROTO_IGMP : line[word].SequenceEqual("ip"u8) ? IPPROTO_RAW : (ushort)0;
        if (protocol == 0) return TryProtocol(line[word], out transport, out isV6, out isV4Too);
        if (protocol == IPPROTO_RAW) word++;
        (transport, isV6, isV4Too) = (Transport.Raw, line[word].EndsWith("6"u8), false);
        return protocol != IPPROTO_RAW || line[word].Length == 1;
    }

    private static bool TryProtocol(ReadOnlySpan<byte> word, out Transport transport, out bool isV6, out bool isV4Too)
    {
        isV4Too = word.EndsWith("46"u8);
        isV6 = isV4Too || word.EndsWith("6"u8);
        if (isV4Too) word = word[..^2];
        else if (isV6 || word.EndsWith("4"u8)) word = word[..^1];
        transport = word switch
        {
            _ when word.SequenceEqual("udp"u8) => Transport.Udp,
            _ when word.SequenceEqual("icm"u8) || word.SequenceEqual("raw"u8) => Transport.Raw,
            _ when word.SequenceEqual("sctp"u8) => Transport.Sctp,
            _ => Transport.Tcp,
        };
        return transport != Transport.Tcp || word.SequenceEqual("tcp"u8);
    }

    // FreeBSD's -T has other numbers there, and none for UDP.
    private static bool TryQueues(in TextLine line, TableShape shape, ref int word, ref SocketEntry row)
    {
        bool areQueues = shape.Kind != TableKind.Bsd || shape.Has(TableColumns.Queues);
        if (!areQueues)
        {
            while (AddressWords.TryNumber(line[word], out ulong _)) word++;
            return true;
        }

        if (!AddressWords.TryNumberOrDash(line[word], out uint? receive) || !AddressWords.TryNumberOrDash(line[word + 1], out uint? send)) return false;
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
        if (!hasPeer) peer.End.Addr = isV6 ? IpAddr.V6(0, 0) : IpAddr.V4(0);
        RowEnds.SetScoped(table.Names, ref local, ref peer, ref row);
        if (row.Transport != Transport.Tcp && !peer.IsAny && hasPeer) row.State = SocketState.Established;
        return true;
    }

    // "0/0/128": waiting, not finished, and the limit.
    private bool TryReadListener(in TextLine line, int word, ref SocketEntry row)
    {
        ReadOnlySpan<byte> text = line[word++];
        int first = text.IndexOf((byte)'/');
        int last = text.LastIndexOf((byte)'/');
        if (first <= 0 || last == first || !AddressWords.TryNumber(text[..first], out uint waiting) || !AddressWords.TryNumber(text[(last + 1)..], out uint limit)) return false;
        if (!TryEnds(in line, default, ref word, hasPeer: false, ref row)) return false;
        (row.State, row.ReceiveQueue, row.SendQueue) = (SocketState.Listen, waiting, limit);
        row.Known |= SocketFields.Queues | SocketFields.Backlog;
        table.Add(in row);
        return true;
    }

    // Up to macOS 15 the process's number behind two limits; since 26 "name:number" behind two byte counts too. A name may hold
    // blanks and colons: what follows it has a form of its own.
    private void ReadProcess(in TextLine line, TableShape shape, int word, ref SocketEntry row)
    {
        if (shape.Has(TableColumns.Bytes)) word += 2;
        if (shape.Has(TableColumns.Limits)) word += 2;
        if (shape.Has(TableColumns.Process)) ReadNamed(in line, word, ref row);
        else if (shape.Has(TableColumns.Pid) && AddressWords.TryNumber(line[word], out uint pid) && pid <= int.MaxValue) Own((int)pid, default, ref row);
    }

    private void ReadNamed(in TextLine line, int word, ref SocketEntry row)
    {
        for (int last = word; last < line.Count; last++)
        {
            int colon = line[last].LastIndexOf((byte)':');
            if (colon < 0 || !AddressWords.TryNumber(line[last][(colon + 1)..], out uint pid) || pid > int.MaxValue) continue;
            if (!IsFlags(line[last + 1])) continue;
            Own((int)pid, line.Bytes[line.Start(word)..(line.Start(last) + colon)], ref row);
            return;
        }
    }

    // The socket's state flags: five hexadecimal digits.
    private static bool IsFlags(ReadOnlySpan<byte> text) => text.IsEmpty || (text.Length >= 5 && AddressWords.TryHex(text, out _));

    private void Own(int pid, ReadOnlySpan<byte> name, ref SocketEntry row)
    {
        row.Known |= SocketFields.Owners;
        if (pid == 0) return;
        table.Owners.Add(pid, fd: -1, name);
        row.Identity = ProgramWord.Identity(table.Owners.Close());
    }
}
