using System;
using System.Buffers.Binary;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns records of <see cref="ConnectionRecord"/> into rows.</summary>
internal static class ConnectionDecoder
{
    /// <summary>What every record carries; a backlog is a listener's, and here is none.</summary>
    public const SocketFields Carried = SocketFields.Backlog | SocketFields.Interface | SocketFields.User;

    /// <summary>False when it is no connection: the row is dropped.</summary>
    public static bool TryDecode(in ConnectionRecord record, ulong netNamespace, ref SocketEntry entry)
    {
        bool isV6 = record.Family == SocketConstants.AF_INET6;
        if (!isV6 && record.Family != SocketConstants.AF_INET) return false;
        if (record.State is 0 or > (ushort)SocketState.BoundInactive) return false;

        entry = default;
        entry.Transport = Transport.Tcp;
        entry.Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet;

        // A request that became no socket yet is told as sock_diag tells it.
        SocketState state = (SocketState)record.State;
        entry.State = state == SocketState.NewSynReceived ? SocketState.SynReceived : state;
        SetEnd(ref entry.LocalEnd, in record.Local, isV6, record.LocalPort);
        SetEnd(ref entry.PeerEnd, in record.Peer, isV6, BinaryPrimitives.ReverseEndianness(record.PeerPort));
        entry.ReceiveQueue = record.ReceiveQueue;
        entry.SendQueue = record.SendQueue;
        entry.Uid = record.Uid;
        entry.Inode = record.Inode;
        entry.InterfaceIndex = record.Interface;
        entry.Identity.Set(netNamespace, record.Hash, SocketIdKind.Tuple);
        entry.Known = Carried;
        return true;
    }

    /// <summary>
    /// Whether a record tells of the same connection as one before it in its chain. Nothing keeps a chain still while it is read:
    /// a connection whose place was taken over by what follows it (its TIME-WAIT, the socket of a request) is met twice, the
    /// newer first, and a place that was used again in the same chain leads back to the chain's start.
    /// </summary>
    /// <param name="records">All records of one read.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="mask">Which bits of the hash number the chain.</param>
    public static bool IsRepeated(ReadOnlySpan<ConnectionRecord> records, int at, uint mask)
    {
        ref readonly ConnectionRecord record = ref records[at];
        uint chain = record.Hash & mask;
        for (int before = at - 1; before >= 0 && (records[before].Hash & mask) == chain; before--)
        {
            if (records[before].Hash == record.Hash && IsSame(in records[before], in record)) return true;
        }

        return false;
    }

    private static bool IsSame(in ConnectionRecord one, in ConnectionRecord other)
    {
        if (one.Family != other.Family || one.LocalPort != other.LocalPort || one.PeerPort != other.PeerPort || one.Interface != other.Interface) return false;
        ReadOnlySpan<uint> local = one.Local;
        ReadOnlySpan<uint> peer = one.Peer;
        int words = one.Family == SocketConstants.AF_INET6 ? local.Length : 1;
        return local[..words].SequenceEqual(((ReadOnlySpan<uint>)other.Local)[..words]) && peer[..words].SequenceEqual(((ReadOnlySpan<uint>)other.Peer)[..words]);
    }

    private static void SetEnd(ref Endpoint end, in ConnectionAddress address, bool isV6, ushort port)
    {
        end.Port = port;
        if (isV6) end.Addr.Set(Join(address[0], address[1]), Join(address[2], address[3]), isV6: true);
        else end.Addr.Set(0, BinaryPrimitives.ReverseEndianness(address[0]), isV6: false);
    }

    private static ulong Join(uint high, uint low) =>
        (ulong)BinaryPrimitives.ReverseEndianness(high) << 32 | BinaryPrimitives.ReverseEndianness(low);
}
