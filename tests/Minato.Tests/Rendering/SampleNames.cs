using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Minato.Model;
using Minato.Rendering;

namespace Minato.Tests.Rendering;

/// <summary>Names that a test decides; without any, everything stays a number.</summary>
internal sealed class SampleNames : IRowNames
{
    public Dictionary<int, string> Services { get; } = [];

    public Dictionary<string, string> Hosts { get; } = new(StringComparer.Ordinal);

    public Dictionary<uint, string> Interfaces { get; } = [];

    public Dictionary<uint, string> Users { get; } = [];

    public Dictionary<int, string> NetlinkProtocols { get; } = [];

    public Dictionary<uint, string> Processes { get; } = [];

    public Dictionary<int, string> Executables { get; } = [];

    public Dictionary<uint, StoredType> StoredTypes { get; } = [];

    public bool HasNames => Services.Count + Hosts.Count > 0;

    public int Prepared { get; private set; }

    public void Prepare(ReadOnlySpan<SocketEntry> rows) => Prepared += rows.Length;

    public bool TryService(Transport transport, ushort port, out ReadOnlySpan<byte> name) => Find(Services, port, out name);

    public bool TryHost(in IpAddr address, out ReadOnlySpan<byte> name) => Find(Hosts, address.ToIPAddress().ToString(), out name);

    public bool TryInterface(uint index, out ReadOnlySpan<byte> name) => Find(Interfaces, index, out name);

    public bool TryUser(uint uid, out ReadOnlySpan<byte> name) => Find(Users, uid, out name);

    public bool TryNetlinkProtocol(ushort protocol, out ReadOnlySpan<byte> name) => Find(NetlinkProtocols, protocol, out name);

    public bool TryProcess(uint pid, out ReadOnlySpan<byte> name) => Find(Processes, pid, out name);

    public bool TryExecutable(int pid, out ReadOnlySpan<byte> name) => Find(Executables, pid, out name);

    public bool TryStoredType(uint map, [NotNullWhen(true)] out StoredType? type) => StoredTypes.TryGetValue(map, out type);

    private static bool Find<T>(Dictionary<T, string> names, T key, out ReadOnlySpan<byte> name)
        where T : notnull
    {
        bool found = names.TryGetValue(key, out string? text);
        name = Encoding.UTF8.GetBytes(text ?? "");
        return found;
    }
}
