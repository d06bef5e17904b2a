using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns what a congestion control tells about itself (linux/inet_diag.h, <c>union tcp_cc_info</c>) into metrics; false for less than its struct.</summary>
internal static class CongestionInfoDecoder
{
    public static bool TryDecode(ReadOnlySpan<byte> value, ref VegasMetrics metrics)
    {
        if (!MemoryMarshal.TryRead(value, out TcpVegasInfo info)) return false;
        metrics.IsEnabled = info.tcpv_enabled != 0;
        metrics.RoundTripCount = info.tcpv_rttcnt;
        metrics.RoundTripTime = info.tcpv_rtt;
        metrics.MinRoundTripTime = info.tcpv_minrtt;
        return true;
    }

    public static bool TryDecode(ReadOnlySpan<byte> value, ref DctcpMetrics metrics)
    {
        if (!MemoryMarshal.TryRead(value, out TcpDctcpInfo info)) return false;
        metrics.IsEnabled = info.dctcp_enabled != 0;
        metrics.CeState = info.dctcp_ce_state;
        metrics.Alpha = info.dctcp_alpha;
        metrics.AckedBytesEcn = info.dctcp_ab_ecn;
        metrics.AckedBytesTotal = info.dctcp_ab_tot;
        return true;
    }

    public static bool TryDecode(ReadOnlySpan<byte> value, ref BbrMetrics metrics)
    {
        if (!MemoryMarshal.TryRead(value, out TcpBbrInfo info)) return false;
        metrics.Bandwidth = (ulong)info.bbr_bw_hi << 32 | info.bbr_bw_lo;
        metrics.MinRoundTripTime = info.bbr_min_rtt;
        metrics.PacingGain = info.bbr_pacing_gain;
        metrics.WindowGain = info.bbr_cwnd_gain;
        return true;
    }
}
