using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>A request for UNIX sockets.</summary>
[NativeLayout("struct unix_diag_req", "linux/unix_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct UnixDiagReq
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public ushort pad;
    public uint udiag_states;
    public uint udiag_ino;
    public uint udiag_show;
    public CookieWords udiag_cookie;
}

/// <summary>One UNIX socket; attributes follow it.</summary>
[NativeLayout("struct unix_diag_msg", "linux/unix_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct UnixDiagMsg
{
    public byte udiag_family;
    public byte udiag_type;
    public byte udiag_state;
    public byte pad;
    public uint udiag_ino;
    public CookieWords udiag_cookie;
}

/// <summary>UNIX_DIAG_VFS: where a bound socket's file lives. The device is in the kernel's 12+20 bit form.</summary>
[NativeLayout("struct unix_diag_vfs", "linux/unix_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct UnixDiagVfs
{
    public uint udiag_vfs_ino;
    public uint udiag_vfs_dev;
}

/// <summary>UNIX_DIAG_RQLEN: queues; of a listener, waiting connections and backlog.</summary>
[NativeLayout("struct unix_diag_rqlen", "linux/unix_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct UnixDiagRqLen
{
    public uint udiag_rqueue;
    public uint udiag_wqueue;
}

/// <summary>What to show, and the attribute numbers.</summary>
[NativeConstants("linux/unix_diag.h")]
internal static class UnixDiag
{
    public const uint UDIAG_SHOW_NAME = 0x01;
    public const uint UDIAG_SHOW_VFS = 0x02;
    public const uint UDIAG_SHOW_PEER = 0x04;
    public const uint UDIAG_SHOW_ICONS = 0x08;
    public const uint UDIAG_SHOW_RQLEN = 0x10;
    public const uint UDIAG_SHOW_MEMINFO = 0x20;
    public const uint UDIAG_SHOW_UID = 0x40;
    public const ushort UNIX_DIAG_NAME = 0;
    public const ushort UNIX_DIAG_VFS = 1;
    public const ushort UNIX_DIAG_PEER = 2;
    public const ushort UNIX_DIAG_ICONS = 3;
    public const ushort UNIX_DIAG_RQLEN = 4;
    public const ushort UNIX_DIAG_MEMINFO = 5;
    public const ushort UNIX_DIAG_SHUTDOWN = 6;
    public const ushort UNIX_DIAG_UID = 7;
}
