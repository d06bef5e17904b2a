namespace Minato.Interop.Linux.SockDiag;

/// <summary>Places in the array of 32-bit numbers by which every diag module tells a socket's memory; older kernels send fewer.</summary>
[NativeConstants("linux/sock_diag.h")]
internal static class SkMemInfo
{
    public const int SK_MEMINFO_RMEM_ALLOC = 0;
    public const int SK_MEMINFO_RCVBUF = 1;
    public const int SK_MEMINFO_WMEM_ALLOC = 2;
    public const int SK_MEMINFO_SNDBUF = 3;
    public const int SK_MEMINFO_FWD_ALLOC = 4;
    public const int SK_MEMINFO_WMEM_QUEUED = 5;
    public const int SK_MEMINFO_OPTMEM = 6;
    public const int SK_MEMINFO_BACKLOG = 7;
    public const int SK_MEMINFO_DROPS = 8;
}
