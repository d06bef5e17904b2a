using System;
using System.Diagnostics.CodeAnalysis;
using Minato.Model;
using Minato.Rendering;

namespace Minato.Bench.Micro;

/// <summary>As with -n: every number stays one.</summary>
internal sealed class NoNames : IRowNames
{
    public static NoNames Instance { get; } = new();

    public bool HasNames => false;

    public void Prepare(ReadOnlySpan<SocketEntry> rows)
    {
    }

    public bool TryService(Transport transport, ushort port, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryHost(in IpAddr address, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryInterface(uint index, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryUser(uint uid, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryNetlinkProtocol(ushort protocol, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryProcess(uint pid, out ReadOnlySpan<byte> name) => None(out name);

    public bool TryStoredType(uint map, [NotNullWhen(true)] out StoredType? type)
    {
        type = null;
        return false;
    }

    private static bool None(out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }
}
