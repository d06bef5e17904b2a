using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>Head of one record of <c>getdents64(2)</c>; the NUL-terminated name follows at offset 19.</summary>
[NativeLayout("struct dirent64", "dirent.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Dirent64
{
    public const int NameOffset = 19;

    public ulong d_ino;
    public long d_off;
    public ushort d_reclen;
    public byte d_type;
}
