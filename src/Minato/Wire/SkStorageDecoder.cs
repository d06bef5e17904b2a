using System;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>What BPF programs store with a socket (INET_DIAG_SK_BPF_STORAGES, linux/sock_diag.h).</summary>
internal static class SkStorageDecoder
{
    /// <summary>False when the attribute is damaged.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> attribute, SocketDetails details)
    {
        details.StoragePart.Clear();
        details.StorageBytes.Clear();
        AttributeReader maps = new(attribute);
        while (maps.TryRead())
        {
            if (maps.Type != SkStorageDiag.SK_DIAG_BPF_STORAGE) continue;
            uint id = 0;
            ReadOnlySpan<byte> value = default;
            AttributeReader parts = new(maps.Value);
            while (parts.TryRead())
            {
                if (parts.Type == SkStorageDiag.SK_DIAG_BPF_STORAGE_MAP_ID) _ = parts.TryUInt32(out id);
                else if (parts.Type == SkStorageDiag.SK_DIAG_BPF_STORAGE_MAP_VALUE) value = parts.Value;
            }

            if (parts.Fault != NetlinkFault.None) return false;
            if (id != 0) details.AddStorage(id, value, Skew(value));
        }

        return maps.Fault == NetlinkFault.None;
    }

    private static unsafe int Skew(ReadOnlySpan<byte> value)
    {
        fixed (byte* place = value)
        {
            return (int)((nuint)place % sizeof(ulong));
        }
    }
}
