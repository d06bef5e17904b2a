using Minato.Model;
using Minato.Sources.Linux;

namespace Minato;

/// <summary>What BPF programs store with sockets.</summary>
internal static class SocketStorage
{
    /// <summary>What of it cannot be shown; null when there is none.</summary>
    public static Unavailable? Find() => StorageMaps.Find();

    /// <summary>Null when the map holds such a store, or what is wrong, as ss says it.</summary>
    public static string? Check(uint map) => StorageMaps.Check(map);
}
