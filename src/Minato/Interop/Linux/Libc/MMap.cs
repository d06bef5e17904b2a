using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>Protections and flags of <c>mmap(2)</c>.</summary>
[NativeConstants("sys/mman.h")]
internal static class MapFlags
{
    public const int PROT_READ = 1;
    public const int PROT_WRITE = 2;
    public const int MAP_SHARED = 1;
    public const int MAP_PRIVATE = 2;
}

/// <summary><c>mmap(2)</c> of a whole file.</summary>
internal static unsafe partial class MMap
{
    /// <summary>To be read. Gives 0, or an error number.</summary>
    internal static int Call(SafeFd file, nuint length, out byte* start) => Call(file, length, MapFlags.PROT_READ, MapFlags.MAP_PRIVATE, out start);

    /// <summary>To be read and written, together with whoever else has it. Gives 0, or an error number.</summary>
    internal static int CallShared(SafeFd file, nuint length, out byte* start) =>
        Call(file, length, MapFlags.PROT_READ | MapFlags.PROT_WRITE, MapFlags.MAP_SHARED, out start);

    private static int Call(SafeFd file, nuint length, int protection, int flags, out byte* start)
    {
        start = mmap(null, length, protection, flags, file, 0);
        if (start != (byte*)-1) return 0;
        start = null;
        return Marshal.GetLastPInvokeError();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial byte* mmap(byte* address, nuint length, int protection, int flags, SafeFd file, nint offset);
}
