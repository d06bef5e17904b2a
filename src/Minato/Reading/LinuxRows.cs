using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>Rows of internet sockets as net-tools prints them: <c>tcp 0 0 10.0.0.2:22 10.0.0.9:51000 ESTABLISHED …</c>.</summary>
internal sealed class LinuxRows(TableBuilder table)
{
    // "123/name" is cut at 19 bytes and padded to 20.
    private const int ProgramWidth = 20;

    // An end's width, and that of a state and the blank behind it.
    private const int EndWidth = 23;
    private const int StateWidth = 12;

    private const int LocalWord = 3;
    private const int PeerWord = 4;

    /// <summary>Whether a word is a protocol of this table, and which.</summary>
    public static bool TryProtocol(ReadOnlySpan<byte> word, out Transport transport, out bool isV6)
    {
        isV6 = word.Length > 3 && word[^1] == '6';
        if (isV6) word = word[..^1];
        transport = word switch
        {
            _ when word.SequenceEqual("udp"u8) => Transport.Udp,
            _ when word.SequenceEqual("raw"u8) => Transport.Raw,
            _ when word.SequenceEqual("udpl"u8) => Transport.UdpLite,
            _ when word.SequenceEqual("sctp"u8) => Transport.Sctp,
            _ => Transport.Tcp,
        };
        return transport != Transport.Tcp || word.SequenceEqual("tcp"u8);
    }

    public bool TryRead(in TextLine line, TableShape shape)
    {
        if (!TryProtocol(line[0], out Transport transport, out bool isV6)) return false;
        if (!NumberWords.TryNumberOrDash(line[1], out uint? receive) || !NumberWords.TryNumberOrDash(line[2], out uint? send)) return false;
        if (!EndWords.TryRead(table.Names, line[LocalWord], EndForm.Linux, isV6, out EndWord local)) return false;
        if (!EndWords.TryRead(table.Names, line[PeerWord], EndForm.Linux, isV6, out EndWord peer)) return false;

        SocketEntry row = new()
        {
            Transport = transport,
            Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet,
            ReceiveQueue = receive ?? 0,
            SendQueue = send ?? 0,
            Known = SocketFields.FromText | (receive is null || send is null ? SocketFields.None : SocketFields.Queues),
        };
        RowEnds.Set(table.Names, ref local, ref peer, ref row);
        if (transport == Transport.Raw) row.Protocol = RawProtocol(line[LocalWord], local.End.Port);
        int word = ReadState(in line, shape, ref row);
        ReadRest(in line, shape, word, ref row);
        table.Add(in row);
        return true;
    }

    // The names of /etc/protocols that tell macOS' words apart.
    private static ushort RawProtocol(ReadOnlySpan<byte> end, ushort port) => port switch
    {
        0 when end.EndsWith(":icmp"u8) => 1,
        0 when end.EndsWith(":igmp"u8) => 2,
        0 when end.EndsWith(":ipv6-icmp"u8) => 58,
        _ => port,
    };

    // The word behind the state.
    private static int ReadState(in TextLine line, TableShape shape, ref SocketEntry row)
    {
        int word = PeerWord + 1;
        ReadOnlySpan<byte> text = line[word];
        if (row.Transport == Transport.Raw)
        {
            row.State = SocketState.Closed;
            if (!NumberWords.TryNumber(text, out uint number) || number > (uint)SocketState.BoundInactive) return word;
            row.State = (SocketState)number;
            return word + 1;
        }

        bool isUser = shape.Has(TableColumns.User) && IsUser(in line, word);
        if (!isUser && StateWords.TryFind(text, out SocketState state))
        {
            row.State = state;
            return word + 1;
        }

        if (row.Transport is Transport.Udp or Transport.UdpLite) row.State = SocketState.Closed;
        // A word in a language that is not known here stands where a state must be.
        bool isState = !isUser && row.Transport == Transport.Tcp && !text.IsEmpty && !NumberWords.IsDash(text) && !IsProgram(text);
        return isState ? word + 1 : word;
    }

    // A user may be called LISTEN: where the word stands tells a user from a state, or else where the inode stands.
    private static bool IsUser(in TextLine line, int word)
    {
        int state = Math.Max(line.Start(PeerWord) + EndWidth, line.End(PeerWord)) + 1;
        if (line.Start(word) == state) return false;
        return line.Start(word) == state + StateWidth || NumberWords.IsDash(line[word]) || !IsInode(line[word + 2]);
    }

    private void ReadRest(in TextLine line, TableShape shape, int word, ref SocketEntry row)
    {
        bool isTold = shape.Kind == TableKind.Linux;
        int end = line.Bytes.Length;
        if ((!isTold || shape.Has(TableColumns.Timer)) && LinuxTimer.TryRead(line.Bytes[line.Start(word)..], out int timerStart, out SocketTimer timer))
        {
            row.Timer = timer;
            row.Known |= SocketFields.Timer;
            end = line.Start(word) + timerStart;
        }

        if ((!isTold || shape.Has(TableColumns.User)) && line.End(word + 1) <= end && IsInode(line[word + 1]) && !IsProgram(line[word]))
        {
            ReadUser(line[word], line[word + 1], ref row);
            word += 2;
        }

        if (isTold && !shape.Has(TableColumns.Program)) return;
        int start = line.Start(word);
        int last = line.Start(line.Count - 1);
        if (NumberWords.IsDash(line[line.Count - 1]) && last > start + ProgramWidth) end = last;
        int context = shape.Has(TableColumns.Context) ? Math.Min(start + ProgramWidth, end) : end;
        if (start >= end || !ProgramWord.TryRead(table.Owners, TextLine.Trim(line.Bytes[start..context]), TextLine.Trim(line.Bytes[context..end]), out ulong owners)) return;
        row.Identity = ProgramWord.Identity(owners);
        row.Known |= SocketFields.Owners;
    }

    private void ReadUser(ReadOnlySpan<byte> user, ReadOnlySpan<byte> inode, ref SocketEntry row)
    {
        if (!NumberWords.IsDash(user))
        {
            row.Uid = table.Names.AddUser(user);
            row.Known |= SocketFields.User;
        }

        if (!NumberWords.TryNumber(inode, out ulong number)) return;
        row.Inode = number;
        row.Known |= SocketFields.Inode;
    }

    private static bool IsInode(ReadOnlySpan<byte> text) => NumberWords.IsDash(text) || NumberWords.TryNumber(text, out ulong _);

    private static bool IsProgram(ReadOnlySpan<byte> text) => text.Length < ProgramWidth && text.IndexOf((byte)'/') > 0 && text[0] is >= (byte)'0' and <= (byte)'9';
}
