using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>Rows of UNIX sockets as macOS and the BSDs print them: an address in the kernel, type, queues, more addresses, path.</summary>
internal sealed class BsdUnixRows(TableBuilder table)
{
    // Address, type, two queues, inode, connection, references, next reference.
    private const int PathWord = 8;

    /// <summary>Whether a line without a heading is such a row.</summary>
    public static bool IsRow(in TextLine line) => line.Count >= PathWord && TryNode(line[0], out _) && TryType(line[1], out _);

    public bool TryRead(in TextLine line)
    {
        if (!TryNode(line[0], out ulong block) || !TryType(line[1], out Transport transport)) return false;
        if (!AddressWords.TryNumber(line[2], out uint receive) || !AddressWords.TryNumber(line[3], out uint send)) return false;
        if (!TryNode(line[4], out ulong node) || !TryNode(line[5], out ulong peer)) return false;
        SocketEntry row = new()
        {
            Transport = transport,
            Family = SocketFamily.Unix,
            ReceiveQueue = receive,
            SendQueue = send,

            // Bound and with nobody at the other end: it waits for others, as far as this table says.
            State = peer != 0 ? SocketState.Established : node != 0 && transport != Transport.UnixDatagram ? SocketState.Listen : SocketState.Closed,
            Known = SocketFields.FromText | SocketFields.Queues | SocketFields.UnixQueues,
        };
        if (line.Count > PathWord)
        {
            ReadOnlySpan<byte> path = line.Bytes[line.Start(PathWord)..];
            row.UnixBytes = table.Store.KeepUnescaped(path);
            row.UnixPathLength = (ushort)row.UnixBytes.Length;
        }

        _ = block;
        table.Add(in row);
        return true;
    }

    // Minato writes a dash for what the system did not tell.
    private static bool TryNode(ReadOnlySpan<byte> word, out ulong node)
    {
        node = 0;
        return word.SequenceEqual("-"u8) || AddressWords.TryHex(word, out node);
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
