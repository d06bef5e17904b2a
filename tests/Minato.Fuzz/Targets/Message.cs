using System;
using System.Collections.Generic;
using System.IO;

namespace Minato.Fuzz.Targets;

/// <summary>Netlink messages put together by hand, to start from.</summary>
internal static class Message
{
    public static byte[] Of(ushort type, ReadOnlySpan<byte> payload)
    {
        using MemoryStream bytes = new();
        bytes.Write(BitConverter.GetBytes(16 + payload.Length));
        bytes.Write(BitConverter.GetBytes(type));
        bytes.Write(BitConverter.GetBytes((ushort)2));
        bytes.Write(new byte[8]);
        bytes.Write(payload);
        bytes.Write(new byte[-payload.Length & 3]);
        return bytes.ToArray();
    }

    /// <summary>A fixed part, and then each attribute number up to <paramref name="attributes"/> with a value of some length.</summary>
    public static byte[] Payload(byte family, int length, int attributes, int valueLength)
    {
        List<byte> bytes = [family, 10, 1, 1, .. new byte[length - 4]];
        for (int number = 0; number <= attributes; number++)
        {
            bytes.AddRange(BitConverter.GetBytes((ushort)(4 + valueLength)));
            bytes.AddRange(BitConverter.GetBytes((ushort)number));
            for (int i = 0; i < valueLength; i++) bytes.Add((byte)(i + number));
            bytes.AddRange(new byte[-valueLength & 3]);
        }

        return [.. bytes];
    }
}
