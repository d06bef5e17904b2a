using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>struct stat</c> on x86-64 (asm/stat.h).</summary>
[NativeLayout("struct stat", "sys/stat.h", OnlyIf = "__x86_64__")]
[StructLayout(LayoutKind.Sequential, Size = 144)]
internal struct StatX64
{
    public ulong st_dev;
    public ulong st_ino;
    public ulong st_nlink;
    public uint st_mode;
    public uint st_uid;
    public uint st_gid;
    public uint __pad0;
    public ulong st_rdev;
    public long st_size;
}

/// <summary><c>struct stat</c> on arm64 (asm-generic/stat.h).</summary>
[NativeLayout("struct stat", "sys/stat.h", OnlyIf = "__aarch64__")]
[StructLayout(LayoutKind.Sequential, Size = 128)]
internal struct StatArm64
{
    public ulong st_dev;
    public ulong st_ino;
    public uint st_mode;
    public uint st_nlink;
    public uint st_uid;
    public uint st_gid;
    public ulong st_rdev;
    public ulong __pad1;
    public long st_size;
}
