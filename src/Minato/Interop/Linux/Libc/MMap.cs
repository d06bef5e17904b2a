using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>Protections and flags of <c>mmap(2)</c>.</summary>
[NativeConstants("sys/mman.h")]
internal static class MapFlags
{
    public const int PROT_READ = 1;
    public const int MAP_PRIVATE = 2;
}

/// <summary><c>mmap(2)</c> of a whole file, to be read.</summary>
internal static unsafe partial class MMap
{
    /// <summary>Gives 0, or an error number.</summary>
    internal static int Call(SafeFd file, nuint length, out byte* start)
    {
        start = mmap(null, length, MapFlags.PROT_READ, MapFlags.MAP_PRIVATE, file, 0);
        if (start != (byte*)-1) return 0;
        start = null;
        return Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial byte* mmap(byte* address, nuint length, int protection, int flags, SafeFd file, nint offset);
}
