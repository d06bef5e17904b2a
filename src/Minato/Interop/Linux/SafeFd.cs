using Microsoft.Win32.SafeHandles;

namespace Minato.Interop.Linux;

/// <summary>A file descriptor that <c>close(2)</c> releases.</summary>
internal sealed class SafeFd : SafeHandleMinusOneIsInvalid
{
    public SafeFd()
        : base(ownsHandle: true)
    {
    }

    public SafeFd(int fd)
        : base(ownsHandle: true) => SetHandle(fd);

    // A failed close still released the descriptor on Linux: calling again could close another thread's new file.
    protected override bool ReleaseHandle() => Libc.Close.Call((int)handle) == 0;
}
