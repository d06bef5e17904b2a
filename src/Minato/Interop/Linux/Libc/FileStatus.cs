using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>The part of <c>struct stat</c> that Minato reads, the same on every architecture.</summary>
internal readonly struct FileStatus(ulong device, ulong inode, uint mode)
{
    // sys/stat.h: S_IFMT and S_IFSOCK.
    private const uint TypeMask = 0xF000;
    private const uint SocketType = 0xC000;

    public ulong Device { get; } = device;

    public ulong Inode { get; } = inode;

    public bool IsSocket => (mode & TypeMask) == SocketType;

    /// <summary>Bytes that hold <c>struct stat</c> of every architecture.</summary>
    public const int RawSize = 256;

    /// <summary>Reads what the kernel filled in.</summary>
    public static unsafe FileStatus FromRaw(byte* raw) => RuntimeInformation.ProcessArchitecture == Architecture.Arm64
        ? new FileStatus(((StatArm64*)raw)->st_dev, ((StatArm64*)raw)->st_ino, ((StatArm64*)raw)->st_mode)
        : new FileStatus(((StatX64*)raw)->st_dev, ((StatX64*)raw)->st_ino, ((StatX64*)raw)->st_mode);
}
