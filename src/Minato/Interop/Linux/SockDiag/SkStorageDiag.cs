namespace Minato.Interop.Linux.SockDiag;

/// <summary>What BPF programs store with a socket: in INET_DIAG_SK_BPF_STORAGES one nest for each map, with its number and value.</summary>
[NativeConstants("linux/sock_diag.h")]
internal static class SkStorageDiag
{
    public const ushort SK_DIAG_BPF_STORAGE = 1;
    public const ushort SK_DIAG_BPF_STORAGE_MAP_ID = 2;
    public const ushort SK_DIAG_BPF_STORAGE_MAP_VALUE = 3;
}
