using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary>Flags of <c>open(2)</c> and the <c>*at(2)</c> calls.</summary>
[NativeConstants("fcntl.h")]
internal static class FileFlags
{
    public const int O_RDONLY = 0;
    public const int O_WRONLY = 1;
    public const int O_CREAT = 0x40;
    public const int O_EXCL = 0x80;
    public const int O_CLOEXEC = 0x80000;
    public const int AT_FDCWD = -100;

    // The two bits that x86 and arm64 exchange (asm/fcntl.h of each).
    public static int O_DIRECTORY => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;

    public static int O_NOFOLLOW => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;
}
