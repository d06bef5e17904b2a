using System;
using Minato.Model;
using Minato.Rendering;

namespace Minato.Cli.Doors;

/// <summary>Names for the rows of a door's table, looked up by the Naming room.</summary>
internal sealed class RowNames(NameKinds kinds) : IRowNames, IDisposable
{
    public void Prepare(ReadOnlySpan<SocketEntry> rows)
    {
        _ = kinds;
    }

    public bool TryService(Transport transport, ushort port, out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }

    public bool TryHost(in IpAddr address, out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }

    public bool TryInterface(uint index, out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }

    public bool TryUser(uint uid, out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }

    public void Dispose()
    {
    }
}
