using System;
using System.Collections.Generic;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>A row with its details.</summary>
internal sealed record DecodedRow(SocketEntry Entry, SocketDetails Details);

/// <summary>The decoders of all tables but the internet's, under the name of the table.</summary>
internal static class OtherDecoders
{
    public const ulong NetNamespace = 4026531840;

    public delegate bool Decoder(ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? details);

    public static IReadOnlyDictionary<string, Decoder> All { get; } = new Dictionary<string, Decoder>(StringComparer.Ordinal)
    {
        ["packet"] = (ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? details) =>
            PacketDiagDecoder.TryDecode(payload, NetNamespace, ref entry, details),
        ["netlink"] = (ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? details) =>
            NetlinkDiagDecoder.TryDecode(payload, NetNamespace, ref entry, details),
        ["vsock"] = (ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? _) => VsockDiagDecoder.TryDecode(payload, NetNamespace, ref entry),
        ["tipc"] = (ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? details) =>
            TipcDiagDecoder.TryDecode(payload, NetNamespace, ref entry, details),
        ["xdp"] = (ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? details) =>
            XdpDiagDecoder.TryDecode(payload, NetNamespace, ref entry, details),
        ["unix"] = (ReadOnlySpan<byte> payload, ref SocketEntry entry, SocketDetails? details) =>
            UnixDiagDecoder.TryDecode(payload, SocketFields.UnixPeer, NetNamespace, ref entry, details, out _, out _),
    };

    /// <summary>The decoder of a message of <see cref="KernelMessages"/>.</summary>
    public static Decoder For(string message) => All[message.Split('-')[0]];

    public static DecodedRow Decode(string message)
    {
        SocketEntry entry = default;
        SocketDetails details = new();
        Assert.True(For(message)(KernelMessages.Of(message), ref entry, details));
        return new DecodedRow(entry, details);
    }
}
