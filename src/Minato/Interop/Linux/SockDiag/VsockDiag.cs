using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>A request for vsock sockets.</summary>
[NativeLayout("struct vsock_diag_req", "linux/vm_sockets_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct VsockDiagReq
{
    public byte sdiag_family;
    public byte sdiag_protocol;
    public ushort pad;
    public uint vdiag_states;
    public uint vdiag_ino;
    public uint vdiag_show;
    public CookieWords vdiag_cookie;
}

/// <summary>One vsock socket; no attribute is defined yet.</summary>
[NativeLayout("struct vsock_diag_msg", "linux/vm_sockets_diag.h")]
[StructLayout(LayoutKind.Sequential)]
internal struct VsockDiagMsg
{
    public byte vdiag_family;
    public byte vdiag_type;
    public byte vdiag_state;
    public byte vdiag_shutdown;
    public uint vdiag_src_cid;
    public uint vdiag_src_port;
    public uint vdiag_dst_cid;
    public uint vdiag_dst_port;
    public uint vdiag_ino;
    public CookieWords vdiag_cookie;
}
