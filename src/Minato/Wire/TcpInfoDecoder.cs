using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>
/// Turns <c>struct tcp_info</c> (linux/tcp.h) into metrics. Each kernel that appended to it is a step: of a struct that ends
/// inside a step, nothing of that step and of the later ones is known.
/// </summary>
internal static class TcpInfoDecoder
{
    /// <summary>False for less than the oldest kernel's struct.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, ref TcpMetrics metrics)
    {
        int length = value.Length;
        if (length < TcpInfo.FirstSize) return false;

        metrics = default;
        TcpInfo info = default;
        value[..Math.Min(length, Unsafe.SizeOf<TcpInfo>())].CopyTo(MemoryMarshal.AsBytes(new Span<TcpInfo>(ref info)));
        DecodeFirst(in info, value[TcpInfo.WindowScales], value[TcpInfo.RateFlags], ref metrics);
        DecodeAppended(in info, length, ref metrics);
        if (length < Unsafe.SizeOf<TcpInfo>()) return true;

        metrics.ReceivedCe = info.tcpi_received_ce;
        metrics.DeliveredE1Bytes = info.tcpi_delivered_e1_bytes;
        metrics.DeliveredE0Bytes = info.tcpi_delivered_e0_bytes;
        metrics.DeliveredCeBytes = info.tcpi_delivered_ce_bytes;
        metrics.ReceivedE1Bytes = info.tcpi_received_e1_bytes;
        metrics.ReceivedE0Bytes = info.tcpi_received_e0_bytes;
        metrics.ReceivedCeBytes = info.tcpi_received_ce_bytes;
        metrics.EcnFlags = MemoryMarshal.Read<uint>(value[TcpInfo.EcnFlags..]);
        return true;
    }

    private static void DecodeFirst(in TcpInfo info, byte windowScales, byte rateFlags, ref TcpMetrics metrics)
    {
        metrics.State = (SocketState)info.tcpi_state;
        metrics.CongestionState = (TcpCongestionState)info.tcpi_ca_state;
        metrics.Retransmits = info.tcpi_retransmits;
        metrics.Probes = info.tcpi_probes;
        metrics.Backoff = info.tcpi_backoff;
        metrics.Options = (TcpOptions)info.tcpi_options;
        metrics.SendWindowScale = (byte)(windowScales & 0xF);
        metrics.ReceiveWindowScale = (byte)(windowScales >> 4);
        metrics.IsAppLimited = (rateFlags & 1) != 0;
        metrics.FastOpenFailure = (byte)(rateFlags >> 1 & 3);
        metrics.RetransmissionTimeout = info.tcpi_rto;
        metrics.AckTimeout = info.tcpi_ato;
        metrics.SendMss = info.tcpi_snd_mss;
        metrics.ReceiveMss = info.tcpi_rcv_mss;
        metrics.Unacked = info.tcpi_unacked;
        metrics.Sacked = info.tcpi_sacked;
        metrics.Lost = info.tcpi_lost;
        metrics.RetransmitsInFlight = info.tcpi_retrans;
        metrics.ForwardAcked = info.tcpi_fackets;
        metrics.LastDataSent = info.tcpi_last_data_sent;
        metrics.LastAckSent = info.tcpi_last_ack_sent;
        metrics.LastDataReceived = info.tcpi_last_data_recv;
        metrics.LastAckReceived = info.tcpi_last_ack_recv;
        metrics.PathMtu = info.tcpi_pmtu;
        metrics.ReceiveSlowStartThreshold = info.tcpi_rcv_ssthresh;
        metrics.RoundTripTime = info.tcpi_rtt;
        metrics.RoundTripVariance = info.tcpi_rttvar;
        metrics.SlowStartThreshold = info.tcpi_snd_ssthresh;
        metrics.CongestionWindow = info.tcpi_snd_cwnd;
        metrics.AdvertisedMss = info.tcpi_advmss;
        metrics.Reordering = info.tcpi_reordering;
        metrics.ReceiverRoundTripTime = info.tcpi_rcv_rtt;
        metrics.ReceiveSpace = info.tcpi_rcv_space;
        metrics.TotalRetransmits = info.tcpi_total_retrans;
    }

    // The lengths are the sizes of the struct after Linux 3.15, 4.1, 4.2, 4.6, 4.9, 4.10, 4.18, 4.19, 5.4, 6.2 and 6.7.
    private static void DecodeAppended(in TcpInfo info, int length, ref TcpMetrics metrics)
    {
        if (length < 120) return;
        metrics.PacingRate = info.tcpi_pacing_rate;
        metrics.MaxPacingRate = info.tcpi_max_pacing_rate;

        if (length < 136) return;
        metrics.BytesAcked = info.tcpi_bytes_acked;
        metrics.BytesReceived = info.tcpi_bytes_received;

        if (length < 144) return;
        metrics.SegmentsOut = info.tcpi_segs_out;
        metrics.SegmentsIn = info.tcpi_segs_in;

        if (length < 160) return;
        metrics.NotSentBytes = info.tcpi_notsent_bytes;
        metrics.MinRoundTripTime = info.tcpi_min_rtt;
        metrics.DataSegmentsIn = info.tcpi_data_segs_in;
        metrics.DataSegmentsOut = info.tcpi_data_segs_out;

        if (length < 168) return;
        metrics.DeliveryRate = info.tcpi_delivery_rate;

        if (length < 192) return;
        metrics.BusyTime = info.tcpi_busy_time;
        metrics.ReceiveWindowLimited = info.tcpi_rwnd_limited;
        metrics.SendBufferLimited = info.tcpi_sndbuf_limited;

        if (length < 200) return;
        metrics.Delivered = info.tcpi_delivered;
        metrics.DeliveredCe = info.tcpi_delivered_ce;

        if (length < 224) return;
        metrics.BytesSent = info.tcpi_bytes_sent;
        metrics.BytesRetransmitted = info.tcpi_bytes_retrans;
        metrics.DuplicateSacks = info.tcpi_dsack_dups;
        metrics.ReorderingSeen = info.tcpi_reord_seen;

        if (length < 232) return;
        metrics.OutOfOrderPackets = info.tcpi_rcv_ooopack;
        metrics.SendWindow = info.tcpi_snd_wnd;

        if (length < 240) return;
        metrics.ReceiveWindow = info.tcpi_rcv_wnd;
        metrics.Rehash = info.tcpi_rehash;

        if (length < 248) return;
        metrics.TotalTimeouts = info.tcpi_total_rto;
        metrics.TotalTimeoutRecoveries = info.tcpi_total_rto_recoveries;
        metrics.TotalTimeoutTime = info.tcpi_total_rto_time;
    }
}
