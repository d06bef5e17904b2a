using System;
using System.Buffers.Binary;

namespace Minato.Tests.Wire;

/// <summary>Netlink bytes put together by hand, without the code under test. Numbers are in this machine's order.</summary>
internal static class NetlinkBytes
{
    public const ushort Error = 2;
    public const ushort Done = 3;
    public const ushort TcpDiag = 18;
    public const ushort SockDiag = 20;

    public static byte[] Message(ushort type, uint sequence, byte[] payload, ushort flags = 2) =>
        [.. U32((uint)(16 + payload.Length)), .. U16(type), .. U16(flags), .. U32(sequence), .. U32(0), .. Padded(payload)];

    public static byte[] Attribute(ushort type, params byte[] value) => [.. U16((ushort)(4 + value.Length)), .. U16(type), .. Padded(value)];

    public static byte[] U16(ushort value) => BitConverter.GetBytes(value);

    public static byte[] U32(uint value) => BitConverter.GetBytes(value);

    public static byte[] U64(ulong value) => BitConverter.GetBytes(value);

    /// <summary>A number in network order.</summary>
    public static byte[] Net16(ushort value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>The bytes up to the next 4-byte boundary.</summary>
    public static byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[-bytes.Length & 3]];
}
