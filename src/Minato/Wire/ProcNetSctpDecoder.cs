using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/sctp/eps (what is bound) or of /proc/net/sctp/assocs (what is connected), told apart by the arrow
/// between this end's addresses and the other's. All addresses go to the details; the first of each is the row's.
/// </summary>
internal static class ProcNetSctpDecoder
{
    private static ReadOnlySpan<byte> Arrow => "<->"u8;

    /// <summary>False for a line that is not whole. The row must be empty before, but for its place of details.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, ulong netNamespace, ref SocketEntry entry, SocketDetails details)
    {
        // Where the kernel keeps it and its socket: hashed, hidden or an address, by kernel and privilege.
        SkipWord(ref line);
        SkipWord(ref line);
        bool isAssociation = line.IndexOf(Arrow) >= 0;
        TextCursor cursor = new(line);
        cursor.Number(); // STY, the type of the socket
        ulong state = cursor.Number();
        if (isAssociation) cursor.Number(); // ST, the state of the association, which netstat passes over
        cursor.Number(); // HBKT
        if (isAssociation) cursor.Number(); // ASSOC-ID
        ulong sendQueue = isAssociation ? cursor.Number() : 0;
        ulong receiveQueue = isAssociation ? cursor.Number() : 0;
        ulong localPort = isAssociation ? 0 : cursor.Number();
        ulong uid = cursor.Number();
        ulong inode = cursor.Number();
        if (isAssociation) localPort = cursor.Number();
        ulong peerPort = isAssociation ? cursor.Number() : 0;
        if (cursor.Failed || state > (ulong)SocketState.BoundInactive || localPort > ushort.MaxValue || peerPort > ushort.MaxValue) return false;

        ReadOnlySpan<byte> rest = cursor.Rest;
        if (!TryAddresses(ref rest, ref details.SctpLocalsPart) || details.SctpLocals.IsEmpty) return false;
        if (isAssociation && (!TryAddresses(ref rest, ref details.SctpPeersPart) || details.SctpPeers.IsEmpty)) return false;

        details.Known |= isAssociation ? DetailParts.SctpLocals | DetailParts.SctpPeers : DetailParts.SctpLocals;
        entry.Transport = Transport.Sctp;
        entry.Family = details.SctpLocals[0].IsV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        entry.State = (SocketState)state;
        entry.LocalEnd = new Endpoint(details.SctpLocals[0], (ushort)localPort);
        if (isAssociation) entry.PeerEnd = new Endpoint(details.SctpPeers[0], (ushort)peerPort);
        entry.SendQueue = (uint)Math.Min(sendQueue, uint.MaxValue);
        entry.ReceiveQueue = (uint)Math.Min(receiveQueue, uint.MaxValue);
        entry.Uid = (uint)uid;
        entry.Inode = inode;
        entry.Known = SocketFields.User;
        entry.Identity.Set(netNamespace, inode << 16 | peerPort, SocketIdKind.Tuple);
        return true;
    }

    // Up to the arrow or the end of the addresses; behind the other end's a tab and numbers follow. The one in use has a star.
    private static bool TryAddresses(ref ReadOnlySpan<byte> rest, ref DetailList<IpAddr> addresses)
    {
        while (true)
        {
            rest = rest.TrimStart((byte)' ');
            if (rest.IsEmpty || rest[0] == (byte)'\t') return true;
            int end = rest.IndexOfAny((byte)' ', (byte)'\t');
            ReadOnlySpan<byte> word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[end..];
            if (word.SequenceEqual(Arrow)) return true;
            if (word[0] == (byte)'*') word = word[1..];
            if (!TryAddress(word, out IpAddr address)) return false;
            addresses.Add() = address;
        }
    }

    private static bool TryAddress(ReadOnlySpan<byte> word, out IpAddr address)
    {
        if (IpAddrText.TryV4(word, out uint v4))
        {
            address = IpAddr.V4(v4);
            return true;
        }

        bool isV6 = IpAddrText.TryV6(word, out ulong high, out ulong low);
        address = isV6 ? IpAddr.V6(high, low) : default;
        return isV6;
    }

    private static void SkipWord(ref ReadOnlySpan<byte> line)
    {
        line = line.TrimStart((byte)' ');
        int end = line.IndexOf((byte)' ');
        line = end < 0 ? default : line[end..];
    }
}
