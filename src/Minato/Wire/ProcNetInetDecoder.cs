using System;
using System.Buffers.Binary;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/{tcp,tcp6,udp,udp6,raw,raw6} (proc_pid_net(5)): each address word is the network-order word
/// printed as a host number, ports are host numbers, timers count in hundredths of a second.
/// </summary>
internal static class ProcNetInetDecoder
{
    private const SocketFields Carried = SocketFields.Timer | SocketFields.User;

    // USER_HZ, in which the kernel prints jiffies to user space on every architecture Linux has today: 100 a second.
    private const uint MillisecondsPerTick = 10;

    /// <summary>False for a line that is not whole: the row is dropped, never invented.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> line, Transport transport, bool isV6, ulong netNamespace, ref SocketEntry entry) =>
        TryDecode(line, transport, isV6, netNamespace, ref entry, out _);

    /// <summary>The same, with the columns behind the inode.</summary>
    public static bool TryDecode(
        ReadOnlySpan<byte> line, Transport transport, bool isV6, ulong netNamespace, ref SocketEntry entry, out ReadOnlySpan<byte> rest)
    {
        TextCursor cursor = new(line);
        cursor.Number();
        cursor.Expect((byte)':');
        Endpoint local = ReadEndpoint(ref cursor, isV6);
        Endpoint peer = ReadEndpoint(ref cursor, isV6);
        cursor.SkipBlanks();
        ulong state = cursor.Hex(most: 2);
        cursor.SkipBlanks();
        ulong sendQueue = cursor.Hex(most: 8);
        cursor.Expect((byte)':');
        ulong receiveQueue = cursor.Hex(most: 8);
        cursor.SkipBlanks();
        ulong timer = cursor.Hex(most: 2);
        cursor.Expect((byte)':');
        ulong ticks = cursor.Hex();
        cursor.SkipBlanks();
        ulong retries = cursor.Hex(most: 8);
        ulong uid = cursor.Number();
        ulong probes = cursor.Number();
        ulong inode = cursor.Number();

        // More columns follow in every table: an inode that ends the line may have been cut.
        cursor.Expect((byte)' ');
        rest = cursor.Rest;
        if (cursor.Failed || state is 0 or > (ulong)SocketState.BoundInactive) return false;

        entry = default;
        entry.Transport = transport;
        entry.Family = isV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        entry.State = (SocketState)state;
        entry.LocalEnd = local;
        entry.PeerEnd = peer;
        entry.SendQueue = (uint)sendQueue;
        entry.ReceiveQueue = (uint)receiveQueue;
        entry.Timer = ReadTimer((TimerKind)timer, ticks, retries, probes);
        entry.Uid = (uint)uid;
        entry.Inode = inode;
        entry.Known = Carried;
        entry.Identity.Set(netNamespace, TupleHash(in entry), SocketIdKind.Tuple);
        return true;
    }

    // The file has a column for each counter; netlink gives the one that belongs to the running timer.
    private static SocketTimer ReadTimer(TimerKind kind, ulong ticks, ulong retries, ulong probes)
    {
        ulong milliseconds = Math.Min(ticks, uint.MaxValue / MillisecondsPerTick) * MillisecondsPerTick;
        return new SocketTimer(kind, (uint)milliseconds, (byte)(kind == TimerKind.Retransmit ? retries : probes));
    }

    private static Endpoint ReadEndpoint(ref TextCursor cursor, bool isV6)
    {
        cursor.SkipBlanks();
        ReadOnlySpan<byte> rest = cursor.Rest;
        int digits = isV6 ? 32 : 8;
        if (rest.Length <= digits || rest[digits] != (byte)':')
        {
            cursor.Fail();
            return default;
        }

        bool whole = true;
        IpAddr address = isV6
            ? IpAddr.V6(
                Join(Word(rest, ref whole), Word(rest[8..], ref whole)),
                Join(Word(rest[16..], ref whole), Word(rest[24..], ref whole)))
            : IpAddr.V4(Word(rest, ref whole));
        if (!whole) cursor.Fail();
        cursor.Skip(digits);
        cursor.Expect((byte)':');
        return new Endpoint(address, (ushort)cursor.Hex(most: 4));
    }

    private static uint Word(ReadOnlySpan<byte> digits, ref bool whole)
    {
        TextCursor word = new(digits[..8]);
        uint printed = (uint)word.Hex();
        whole &= word.Rest.IsEmpty;
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(printed) : printed;
    }

    private static ulong Join(uint high, uint low) => (ulong)high << 32 | low;

    // FNV-1a over the words that name the socket: stable across runs, unlike HashCode, so that snapshots can be compared.
    private static ulong TupleHash(in SocketEntry entry)
    {
        ulong hash = 14695981039346656037;
        Mix(ref hash, (ulong)entry.Transport << 32 | (ulong)entry.Local.Port << 16 | entry.Peer.Port);
        Mix(ref hash, entry.Local.Address.High);
        Mix(ref hash, entry.Local.Address.Low);
        Mix(ref hash, entry.Peer.Address.High);
        Mix(ref hash, entry.Peer.Address.Low);
        Mix(ref hash, entry.Inode);
        return hash;
    }

    private static void Mix(ref ulong hash, ulong word) => hash = (hash ^ word) * 1099511628211;
}
