using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// The texts that stood where a number was expected: names of hosts, ports, users and interfaces, and addresses that their
/// printer cut. A row has a number for each that cannot be a real one, and whoever prints the row gets the text back.
/// </summary>
internal sealed class TextNames(ByteStore store)
{
    // 100::/64, which leads nowhere (IpAddr.IsDiscarded).
    private const ulong HostPrefix = 0x0100_0000_0000_0000;

    // Numbers from here on are kept as texts too, so that none is taken for another.
    private const uint FirstUser = 0xF000_0000;

    // The kernel's indexes are positive ints that are given from 1 on.
    private const uint FirstInterface = 0x4000_0000;

    private readonly InternedTexts _hosts = new(store);
    private readonly InternedTexts _ports = new(store);
    private readonly InternedTexts _users = new(store);
    private readonly InternedTexts _interfaces = new(store);

    /// <summary>Whether any host, port or interface has a text: a table of numbers alone is printed faster.</summary>
    public bool HasAny => _hosts.Count + _ports.Count + _interfaces.Count > 0;

    /// <summary>An address that stands for a text.</summary>
    public IpAddr AddHost(ReadOnlySpan<byte> text) => IpAddr.V6(HostPrefix, (ulong)_hosts.Add(text));

    /// <summary>What <see cref="Endpoint.PortText"/> holds for a text.</summary>
    public uint AddPort(ReadOnlySpan<byte> text) => (uint)_ports.Add(text) + 1;

    public uint AddUser(ReadOnlySpan<byte> text) =>
        NumberWords.TryNumber(text, out uint uid) && uid < FirstUser ? uid : FirstUser + (uint)_users.Add(text);

    /// <summary>Whether a number is a user's and stands for no text.</summary>
    public static bool IsUser(uint uid) => uid < FirstUser;

    public uint AddInterface(ReadOnlySpan<byte> text) =>
        NumberWords.TryNumber(text, out uint index) && index < FirstInterface ? index : FirstInterface + (uint)_interfaces.Add(text);

    public bool TryHost(in IpAddr address, out ReadOnlySpan<byte> text)
    {
        text = default;
        return address.IsDiscarded && _hosts.TryGet(address.Low, out text);
    }

    public bool TryPort(uint portText, out ReadOnlySpan<byte> text) => _ports.TryGet(portText - 1UL, out text);

    public bool TryUser(uint uid, out ReadOnlySpan<byte> text) => _users.TryGet((ulong)uid - FirstUser, out text);

    public bool TryInterface(uint index, out ReadOnlySpan<byte> text) => _interfaces.TryGet((ulong)index - FirstInterface, out text);
}
