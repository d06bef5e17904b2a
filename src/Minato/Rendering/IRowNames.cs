using System;
using System.Diagnostics.CodeAnalysis;
using Minato.Model;

namespace Minato.Rendering;

/// <summary>Names that stand for numbers in a table. Every name is somebody's text and is escaped by the renderer.</summary>
internal interface IRowNames
{
    /// <summary>Whether any port or host can have a name: when not, none is asked for.</summary>
    bool HasNames { get; }

    /// <summary>Told before a batch is written, so that names which take time are looked up together.</summary>
    void Prepare(ReadOnlySpan<SocketEntry> rows);

    /// <summary>Name of a port; of a raw socket's port: name of the IP protocol.</summary>
    bool TryService(Transport transport, ushort port, out ReadOnlySpan<byte> name);

    /// <summary>The text that stood for a port in a printed table (<see cref="Endpoint.PortText"/>).</summary>
    bool TryPortText(uint portText, out ReadOnlySpan<byte> text)
    {
        text = default;
        return false;
    }

    bool TryHost(in IpAddr address, out ReadOnlySpan<byte> name);

    bool TryInterface(uint index, out ReadOnlySpan<byte> name);

    bool TryUser(uint uid, out ReadOnlySpan<byte> name);

    /// <summary>Name of a netlink protocol.</summary>
    bool TryNetlinkProtocol(ushort protocol, out ReadOnlySpan<byte> name);

    /// <summary>Name of a running process.</summary>
    bool TryProcess(uint pid, out ReadOnlySpan<byte> name);

    /// <summary>File name of the program that a process runs.</summary>
    bool TryExecutable(int pid, out ReadOnlySpan<byte> name)
    {
        name = default;
        return false;
    }

    /// <summary>What the values of a BPF map are.</summary>
    bool TryStoredType(uint map, [NotNullWhen(true)] out StoredType? type);
}
