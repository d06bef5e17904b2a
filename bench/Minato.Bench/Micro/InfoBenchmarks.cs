using System;
using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Wire;

namespace Minato.Bench.Micro;

/// <summary>What -i adds to a row beside the kernel's work: struct tcp_info in, some forty fields of text out.</summary>
[MemoryDiagnoser]
public class InfoBenchmarks
{
    private readonly byte[] _message = Message();
    private readonly SocketDetails _details = new();
    private readonly SocketEntry[] _rows = new SocketEntry[1];
    private readonly SsTable _table = new(new Utf8Sink(new Nowhere()), new SsColumns { Header = false, Info = true }, NoNames.Instance);

    [Benchmark]
    public bool Decode()
    {
        _details.Clear();
        return InetDiagDecoder.TryDecodeFixed(_message, Transport.Tcp, 0, ref _rows[0]) &&
            InetDiagDecoder.TryDecodeAttributes(_message, SocketFields.Info, _details, ref _rows[0]);
    }

    [GlobalSetup(Target = nameof(Render))]
    public void FillRow()
    {
        Decode();
        _rows[0].DetailsPlace = 1;
    }

    [Benchmark]
    public bool Render() => _table.Accept(new SocketBatch(_rows, null, null, new ReadOnlySpan<SocketDetails>(in _details)));

    // A connection that has carried data: every field that such a one has is a number of ordinary size.
    private static byte[] Message()
    {
        byte[] bytes = new byte[512];
        NetlinkWriter writer = new(bytes, SockDiagConstants.SOCK_DIAG_BY_FAMILY, 0, 1);
        InetDiagMsg message = new() { idiag_family = 2, idiag_state = 1, idiag_inode = 100_000 };
        message.id.idiag_sport = BinaryPrimitives.ReverseEndianness((ushort)443);
        writer.Append(message);
        TcpInfo info = new()
        {
            tcpi_options = 7,
            tcpi_rto = 204_000,
            tcpi_ato = 40_000,
            tcpi_snd_mss = 32_768,
            tcpi_rcv_mss = 1_448,
            tcpi_last_data_sent = 61_234,
            tcpi_last_data_recv = 61_230,
            tcpi_last_ack_recv = 61_230,
            tcpi_pmtu = 65_535,
            tcpi_rcv_ssthresh = 65_495,
            tcpi_rtt = 123,
            tcpi_rttvar = 57,
            tcpi_snd_ssthresh = int.MaxValue,
            tcpi_snd_cwnd = 10,
            tcpi_advmss = 65_483,
            tcpi_reordering = 3,
            tcpi_rcv_rtt = 1_250,
            tcpi_rcv_space = 65_495,
            tcpi_pacing_rate = 5_328_130_081,
            tcpi_max_pacing_rate = ulong.MaxValue,
            tcpi_bytes_acked = 1_234_567,
            tcpi_bytes_received = 7_654_321,
            tcpi_segs_out = 1_201,
            tcpi_segs_in = 1_198,
            tcpi_data_segs_out = 640,
            tcpi_data_segs_in = 633,
            tcpi_min_rtt = 18,
            tcpi_delivery_rate = 1_820_444_444,
            tcpi_busy_time = 39_000,
            tcpi_delivered = 641,
            tcpi_bytes_sent = 1_234_567,
            tcpi_snd_wnd = 65_536,
            tcpi_rcv_wnd = 65_536,
        };
        writer.AppendAttribute(InetDiag.INET_DIAG_INFO, System.Runtime.InteropServices.MemoryMarshal.AsBytes(new ReadOnlySpan<TcpInfo>(in info)));
        writer.AppendAttribute(InetDiag.INET_DIAG_CONG, "cubic\0"u8);
        return writer.Message[16..].ToArray();
    }
}
