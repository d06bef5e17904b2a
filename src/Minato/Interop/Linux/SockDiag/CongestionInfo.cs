using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.SockDiag;

/// <summary>What TCP Vegas keeps about a connection.</summary>
[NativeLayout("struct tcpvegas_info", "linux/inet_diag.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct TcpVegasInfo
{
    public uint tcpv_enabled;
    public uint tcpv_rttcnt;
    public uint tcpv_rtt;
    public uint tcpv_minrtt;
}

/// <summary>What DCTCP keeps about a connection.</summary>
[NativeLayout("struct tcp_dctcp_info", "linux/inet_diag.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct TcpDctcpInfo
{
    public ushort dctcp_enabled;
    public ushort dctcp_ce_state;
    public uint dctcp_alpha;
    public uint dctcp_ab_ecn;
    public uint dctcp_ab_tot;
}

/// <summary>What BBR keeps about a connection.</summary>
[NativeLayout("struct tcp_bbr_info", "linux/inet_diag.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct TcpBbrInfo
{
    public uint bbr_bw_lo;
    public uint bbr_bw_hi;
    public uint bbr_min_rtt;
    public uint bbr_pacing_gain;
    public uint bbr_cwnd_gain;
}

/// <summary>What the buffers of a socket hold, as kernels before 3.3 told it.</summary>
[NativeLayout("struct inet_diag_meminfo", "linux/inet_diag.h", IsPrefix = true)]
[StructLayout(LayoutKind.Sequential)]
internal struct InetDiagMemInfo
{
    public uint idiag_rmem;
    public uint idiag_wmem;
    public uint idiag_fmem;
    public uint idiag_tmem;
}
