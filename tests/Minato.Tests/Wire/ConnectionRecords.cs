using System;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>Records as the program in the kernel writes them.</summary>
internal static class ConnectionRecords
{
    private const ushort Inet = 2;
    private const ushort Inet6 = 10;

    public static ConnectionRecord Of(uint hash, string local, string peer, SocketState state = SocketState.Established)
    {
        IPEndPoint own = IPEndPoint.Parse(local);
        IPEndPoint other = IPEndPoint.Parse(peer);
        ConnectionRecord record = new()
        {
            Hash = hash,
            Family = own.AddressFamily == AddressFamily.InterNetworkV6 ? Inet6 : Inet,
            State = (ushort)state,
            LocalPort = (ushort)own.Port,
            PeerPort = BinaryPrimitives.ReverseEndianness((ushort)other.Port),
        };
        Set(ref record.Local, own.Address);
        Set(ref record.Peer, other.Address);
        return record;
    }

    private static void Set(ref ConnectionAddress address, IPAddress value)
    {
        byte[] bytes = value.GetAddressBytes();
        for (int i = 0; i < bytes.Length; i += 4) address[i / 4] = BitConverter.ToUInt32(bytes, i);
    }
}
