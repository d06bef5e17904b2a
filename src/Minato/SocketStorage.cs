using Minato.Model;
using Minato.Sources.Linux;

namespace Minato;

/// <summary>What BPF programs store with sockets.</summary>
internal static class SocketStorage
{
    /// <summary>Whether there can be any; and why that cannot be told.</summary>
    public static bool IsThere(out Unavailable? unavailable) => StorageMaps.AreThere(out unavailable);

    /// <summary>What a map's values are; null when that cannot be told.</summary>
    public static StoredType? TypeOf(uint map) => StorageMaps.TypeOf(map);

    /// <summary>Null when the map holds such a store, or what is wrong, as ss says it.</summary>
    public static string? Check(uint map) => StorageMaps.Check(map);
}
