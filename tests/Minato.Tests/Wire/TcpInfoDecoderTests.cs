using System;
using System.Linq;
using System.Runtime.InteropServices;
using CsCheck;
using Minato.Model;
using Minato.Tests.Abi;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>struct tcp_info as C lays it out, and at every length that a kernel could send.</summary>
public sealed class TcpInfoDecoderTests
{
    private const int Newest = 280;

    // Every named field another number; the bit-fields as the compiler packs them.
    private const string Filled = """
        #include <stdio.h>
        #include <linux/tcp.h>
        int main(void)
        {
            struct tcp_info info = {
                .tcpi_state = 1, .tcpi_ca_state = 3, .tcpi_retransmits = 2, .tcpi_probes = 4, .tcpi_backoff = 5, .tcpi_options = 0x2F,
                .tcpi_snd_wscale = 7, .tcpi_rcv_wscale = 10, .tcpi_delivery_rate_app_limited = 1, .tcpi_fastopen_client_fail = 2,
                .tcpi_rto = 201, .tcpi_ato = 202, .tcpi_snd_mss = 203, .tcpi_rcv_mss = 204, .tcpi_unacked = 205, .tcpi_sacked = 206,
                .tcpi_lost = 207, .tcpi_retrans = 208, .tcpi_fackets = 209, .tcpi_last_data_sent = 210, .tcpi_last_data_recv = 211,
                .tcpi_last_ack_recv = 212, .tcpi_pmtu = 213, .tcpi_rcv_ssthresh = 214, .tcpi_rtt = 215, .tcpi_rttvar = 216,
                .tcpi_snd_ssthresh = 217, .tcpi_snd_cwnd = 218, .tcpi_advmss = 219, .tcpi_reordering = 220, .tcpi_rcv_rtt = 221,
                .tcpi_rcv_space = 222, .tcpi_total_retrans = 223, .tcpi_pacing_rate = 224, .tcpi_max_pacing_rate = 225,
                .tcpi_bytes_acked = 226, .tcpi_bytes_received = 227, .tcpi_segs_out = 228, .tcpi_segs_in = 229,
                .tcpi_notsent_bytes = 230, .tcpi_min_rtt = 231, .tcpi_data_segs_in = 232, .tcpi_data_segs_out = 233,
                .tcpi_delivery_rate = 234, .tcpi_busy_time = 235, .tcpi_rwnd_limited = 236, .tcpi_sndbuf_limited = 237,
                .tcpi_delivered = 238, .tcpi_delivered_ce = 239, .tcpi_bytes_sent = 240, .tcpi_bytes_retrans = 241,
                .tcpi_dsack_dups = 242, .tcpi_reord_seen = 243, .tcpi_rcv_ooopack = 244, .tcpi_snd_wnd = 245,
            };
            fwrite(&info, sizeof info, 1, stdout);
            return 0;
        }
        """;

    [Fact]
    public void Every_field_of_Cs_struct_is_read()
    {
        TcpMetrics tcp = default;
        Assert.True(TcpInfoDecoder.TryDecode(CProgram.Run(Filled), ref tcp));

        Assert.Equal((SocketState.Established, TcpCongestionState.Recovery, 2, 4, 5), (tcp.State, tcp.CongestionState, tcp.Retransmits, tcp.Probes, tcp.Backoff));
        Assert.Equal((TcpOptions)0x2F, tcp.Options);
        Assert.Equal((7, 10, true, 2), (tcp.SendWindowScale, tcp.ReceiveWindowScale, tcp.IsAppLimited, tcp.FastOpenFailure));
        Assert.Equal(
            [.. Enumerable.Range(201, 23).Select(number => (ulong)number)],
            (ulong[])
            [
                tcp.RetransmissionTimeout, tcp.AckTimeout, tcp.SendMss, tcp.ReceiveMss, tcp.Unacked, tcp.Sacked, tcp.Lost, tcp.RetransmitsInFlight,
                tcp.ForwardAcked, tcp.LastDataSent, tcp.LastDataReceived, tcp.LastAckReceived, tcp.PathMtu, tcp.ReceiveSlowStartThreshold,
                tcp.RoundTripTime, tcp.RoundTripVariance, tcp.SlowStartThreshold, tcp.CongestionWindow, tcp.AdvertisedMss, tcp.Reordering,
                tcp.ReceiverRoundTripTime, tcp.ReceiveSpace, tcp.TotalRetransmits,
            ]);
        Assert.Equal(
            [.. Enumerable.Range(224, 22).Select(number => (ulong?)number)],
            (ulong?[])
            [
                tcp.PacingRate, tcp.MaxPacingRate, tcp.BytesAcked, tcp.BytesReceived, tcp.SegmentsOut, tcp.SegmentsIn, tcp.NotSentBytes,
                tcp.MinRoundTripTime, tcp.DataSegmentsIn, tcp.DataSegmentsOut, tcp.DeliveryRate, tcp.BusyTime, tcp.ReceiveWindowLimited,
                tcp.SendBufferLimited, tcp.Delivered, tcp.DeliveredCe, tcp.BytesSent, tcp.BytesRetransmitted, tcp.DuplicateSacks,
                tcp.ReorderingSeen, tcp.OutOfOrderPackets, tcp.SendWindow,
            ]);
    }

    [Fact]
    public void What_newer_kernels_append_is_read()
    {
        byte[] bytes = new byte[Newest];
        for (int at = 232; at < Newest; at += 4) BitConverter.TryWriteBytes(bytes.AsSpan(at), at);
        TcpMetrics tcp = default;
        Assert.True(TcpInfoDecoder.TryDecode(bytes, ref tcp));

        Assert.Equal((232u, 236u, (ushort)240, (ushort)0, 244u), (tcp.ReceiveWindow, tcp.Rehash, tcp.TotalTimeouts, tcp.TotalTimeoutRecoveries, tcp.TotalTimeoutTime));
        Assert.Equal(
            (248u, 252u, 256u, 260u), (tcp.ReceivedCe, tcp.DeliveredE1Bytes, tcp.DeliveredE0Bytes, tcp.DeliveredCeBytes));
        Assert.Equal((264u, 268u, 272u, 276u), (tcp.ReceivedE1Bytes, tcp.ReceivedE0Bytes, tcp.ReceivedCeBytes, tcp.EcnFlags));
    }

    [Theory]
    [InlineData(103, -1)]
    [InlineData(104, 0)]
    [InlineData(119, 0)]
    [InlineData(120, 2)]
    [InlineData(136, 4)]
    [InlineData(144, 6)]
    [InlineData(160, 10)]
    [InlineData(168, 11)]
    [InlineData(192, 14)]
    [InlineData(200, 16)]
    [InlineData(224, 20)]
    [InlineData(232, 22)]
    [InlineData(240, 24)]
    [InlineData(248, 27)]
    [InlineData(279, 27)]
    [InlineData(280, 35)]
    [InlineData(400, 35)]
    public void A_kernels_struct_has_the_fields_of_its_time_and_no_zeros_for_the_others(int length, int appended)
    {
        TcpMetrics tcp = default;
        bool decoded = TcpInfoDecoder.TryDecode(Enumerable.Repeat((byte)1, length).ToArray(), ref tcp);

        Assert.Equal(appended >= 0, decoded);
        if (decoded) Assert.Equal(appended, Appended(tcp).Count(value => value is not null));
    }

    [Fact]
    public void Nothing_of_a_longer_struct_stays_in_a_shorter_one() => Gen.Select(Gen.Byte.Array[Newest], Gen.Int[104, Newest]).Sample((bytes, length) =>
    {
        TcpMetrics fresh = default;
        TcpMetrics used = default;
        Assert.True(TcpInfoDecoder.TryDecode(bytes, ref used));
        Assert.True(TcpInfoDecoder.TryDecode(bytes.AsSpan(0, length), ref used));
        Assert.True(TcpInfoDecoder.TryDecode(bytes.AsSpan(0, length), ref fresh));
        Assert.True(Bytes(ref fresh).SequenceEqual(Bytes(ref used)));
    });

    private static Span<byte> Bytes(ref TcpMetrics metrics) => MemoryMarshal.CreateSpan(
        ref System.Runtime.CompilerServices.Unsafe.As<TcpMetrics, byte>(ref metrics), System.Runtime.CompilerServices.Unsafe.SizeOf<TcpMetrics>());

    private static ulong?[] Appended(TcpMetrics tcp) =>
    [
        tcp.PacingRate, tcp.MaxPacingRate, tcp.BytesAcked, tcp.BytesReceived, tcp.SegmentsOut, tcp.SegmentsIn, tcp.NotSentBytes,
        tcp.MinRoundTripTime, tcp.DataSegmentsIn, tcp.DataSegmentsOut, tcp.DeliveryRate, tcp.BusyTime, tcp.ReceiveWindowLimited,
        tcp.SendBufferLimited, tcp.Delivered, tcp.DeliveredCe, tcp.BytesSent, tcp.BytesRetransmitted, tcp.DuplicateSacks,
        tcp.ReorderingSeen, tcp.OutOfOrderPackets, tcp.SendWindow, tcp.ReceiveWindow, tcp.Rehash, tcp.TotalTimeouts,
        tcp.TotalTimeoutRecoveries, tcp.TotalTimeoutTime, tcp.ReceivedCe, tcp.DeliveredE1Bytes, tcp.DeliveredE0Bytes,
        tcp.DeliveredCeBytes, tcp.ReceivedE1Bytes, tcp.ReceivedE0Bytes, tcp.ReceivedCeBytes, tcp.EcnFlags,
    ];
}
