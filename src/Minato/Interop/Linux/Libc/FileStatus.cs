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
}
