using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>Rows of UNIX sockets as macOS and the BSDs print them: an address in the kernel, type, queues, more addresses, path.</summary>
internal sealed class BsdUnixRows(TableBuilder table, TailWords tail)
{
    // Address, type, two queues, inode, connection, references, next reference.
    private const int PathWord = 8;

    private static readonly PrintedCell[] Addresses =
        [PrintedCell.Identity, PrintedCell.None, PrintedCell.None, PrintedCell.None, PrintedCell.UnixFile, PrintedCell.UnixPeer, PrintedCell.UnixReferrer, PrintedCell.UnixNextReferrer];

    private PrintedCell[] _columns = Addresses;
    private PrintedCell[]? _tail;

    /// <summary>Whether a line without a heading is such a row.</summary>
    public static bool IsRow(in TextLine line) => line.Count >= PathWord && NumberWords.TryHex(line[0], out _) && TryType(line[1], out _);

    public bool TryRead(in TextLine line, TableShape shape)
    {
        if (!NumberWords.TryHex(line[0], out _) && !NumberWords.IsDash(line[0])) return false;
        if (!TryType(line[1], out Transport transport)) return false;
        if (!NumberWords.TryNumberOrDash(line[2], out uint? receive) || !NumberWords.TryNumberOrDash(line[3], out uint? send)) return false;
        if (!TryAddress(line[4], out ulong file) || !TryAddress(line[5], out ulong peer) || line.Count < PathWord) return false;
        SocketEntry row = new()
        {
            Transport = transport,
            Family = SocketFamily.Unix,
            ReceiveQueue = receive ?? 0,
            SendQueue = send ?? 0,

            // Bound and with nobody at the other end: it waits for others, as far as this table says.
            State = peer != 0 ? SocketState.Established : file != 0 && transport != Transport.UnixDatagram ? SocketState.Listen : SocketState.Closed,
            Known = SocketFields.FromText | (receive is null || send is null ? SocketFields.None : SocketFields.Queues | SocketFields.UnixQueues),
        };

        // A title over each column: what stands before the path differs.
        if (shape.Tail is { } columns && columns != _tail) (_tail, _columns) = (columns, [.. Addresses, .. columns]);
        int length = 0;
        int word = tail.Read(in line, 0, shape.Tail is null ? Addresses : _columns, endsLine: false, ref row, out length);
        int at = Math.Min(line.End(word - 1) + 1, line.Bytes.Length);
        if (line.Bytes[at..].IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0) table.SetPath(line.Bytes[at..], ref row);

        table.Add(in row, shape.Tail is null ? Addresses : _columns, tail.Kept(length));
        return true;
    }

    private static bool TryAddress(ReadOnlySpan<byte> text, out ulong address)
    {
        address = 0;
        return NumberWords.IsDash(text) || NumberWords.TryHex(text, out address);
    }

    private static bool TryType(ReadOnlySpan<byte> word, out Transport transport)
    {
        transport = word switch
        {
            _ when word.SequenceEqual("dgram"u8) => Transport.UnixDatagram,
            _ when word.SequenceEqual("seqpac"u8) => Transport.UnixSeqPacket,
            _ => Transport.UnixStream,
        };
        return transport != Transport.UnixStream || word.SequenceEqual("stream"u8);
    }
}
