namespace Minato.Interop.Linux.Libc;

/// <summary>Flags of <c>mount(2)</c>.</summary>
[NativeConstants("sys/mount.h")]
internal static class MountFlags
{
    public const int MS_BIND = 0x1000;
    public const int MS_REC = 0x4000;
    public const int MS_SLAVE = 0x80000;
}
