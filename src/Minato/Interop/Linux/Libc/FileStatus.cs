using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>The part of <c>struct stat</c> that Minato reads, the same on every architecture.</summary>
internal readonly struct FileStatus(ulong device, ulong inode, uint mode, uint uid = 0, long size = 0)
{
    // sys/stat.h: S_IFMT and S_IFSOCK.
    private const uint TypeMask = 0xF000;
    private const uint SocketType = 0xC000;
    private const uint RegularType = 0x8000;
    private const uint PermissionMask = 0xFFF;

    public ulong Device { get; } = device;

    public ulong Inode { get; } = inode;

    public uint Uid { get; } = uid;

    public long Size { get; } = size;

    /// <summary>What may be done with it, set-id and sticky bits included.</summary>
    public uint Permissions => mode & PermissionMask;

    public bool IsRegular => (mode & TypeMask) == RegularType;

    public bool IsSocket => (mode & TypeMask) == SocketType;

    /// <summary>Bytes that hold <c>struct stat</c> of every architecture.</summary>
    public const int RawSize = 256;

    /// <summary>Reads what the kernel filled in.</summary>
    public static unsafe FileStatus FromRaw(byte* raw) =>
        RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Of(in *(StatArm64*)raw) : Of(in *(StatX64*)raw);

    private static FileStatus Of(in StatArm64 raw) => new(raw.st_dev, raw.st_ino, raw.st_mode, raw.st_uid, raw.st_size);

    private static FileStatus Of(in StatX64 raw) => new(raw.st_dev, raw.st_ino, raw.st_mode, raw.st_uid, raw.st_size);
}
