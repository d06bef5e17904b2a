using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What TCP keeps about a connection (-i), in ss's order and words; what is zero or unknown is left out.</summary>
internal sealed class TcpInfoText(ExtraFields fields, SsColumns columns)
{
    // Three seconds: the timeout before anything was measured.
    private const uint InitialTimeout = 3_000_000;

    // From here on a threshold is none.
    private const uint NoThreshold = 0xFFFF;

    // What every connection may reorder.
    private const uint OrdinaryReordering = 3;

    private readonly bool _showsUsecTimestamps = columns.Release?.ShowsUsecTimestamps ?? true;
    private readonly bool _showsReceiveWindow = columns.Release?.ShowsReceiveWindow ?? true;
    private readonly Utf8Sink _sink = fields.Sink;

    public void Append(in SocketEntry row, SocketDetails details)
    {
        fields.Settle();
        ref readonly TcpMetrics tcp = ref details.TcpPart;
        if (columns.Timer) AppendOptions(tcp.Options);
        if (details.Has(DetailParts.Congestion) && !details.CongestionPart.Span.IsEmpty)
        {
            _sink.Append((byte)' ');
            Untrusted.Append(_sink, details.CongestionPart.Span, columns.Escaping);
        }

        AppendEstimates(in tcp);
        AppendCounters(in tcp);
        CongestionText.Append(_sink, details, columns.Numeric);
        AppendRates(in tcp, CongestionText.RoundTripTime(details));
        AppendLimits(in tcp);
        AppendRecovery(in tcp, row.State);
        AppendReceiver(in tcp);
    }

    private void AppendOptions(TcpOptions options)
    {
        if ((options & TcpOptions.Timestamps) != 0) _sink.Append(" ts"u8);
        if ((options & TcpOptions.MicrosecondTimestamps) != 0 && _showsUsecTimestamps) _sink.Append(" usec_ts"u8);
        if ((options & TcpOptions.Sack) != 0) _sink.Append(" sack"u8);
        if ((options & TcpOptions.Ecn) != 0) _sink.Append(" ecn"u8);
        if ((options & TcpOptions.EcnSeen) != 0) _sink.Append(" ecnseen"u8);
        if ((options & TcpOptions.SynData) != 0) _sink.Append(" fastopen"u8);
    }

    private void AppendEstimates(in TcpMetrics tcp)
    {
        if ((tcp.Options & TcpOptions.WindowScale) != 0)
        {
            _sink.AppendWord(" wscale:"u8);
            _sink.AppendNumber(tcp.SendWindowScale);
            _sink.Append((byte)',');
            _sink.AppendNumber(tcp.ReceiveWindowScale);
        }

        if (tcp.RetransmissionTimeout != InitialTimeout) Time(" rto:"u8, tcp.RetransmissionTimeout);
        Number(" backoff:"u8, tcp.Backoff);
        if (tcp.RoundTripTime != 0)
        {
            Time(" rtt:"u8, tcp.RoundTripTime);
            _sink.Append((byte)'/');
            DecimalText.AppendThousandths(_sink, tcp.RoundTripVariance);
        }

        Time(" ato:"u8, tcp.AckTimeout);
        Signed(" mss:"u8, tcp.SendMss);
        Number(" pmtu:"u8, tcp.PathMtu);
        Signed(" rcvmss:"u8, tcp.ReceiveMss);
        Signed(" advmss:"u8, tcp.AdvertisedMss);
        Number(" cwnd:"u8, tcp.CongestionWindow);
        if (tcp.SlowStartThreshold < NoThreshold) Number(" ssthresh:"u8, tcp.SlowStartThreshold);
    }

    private void AppendCounters(in TcpMetrics tcp)
    {
        Number(" bytes_sent:"u8, tcp.BytesSent.GetValueOrDefault());
        Number(" bytes_retrans:"u8, tcp.BytesRetransmitted.GetValueOrDefault());
        Number(" bytes_acked:"u8, tcp.BytesAcked.GetValueOrDefault());
        Number(" bytes_received:"u8, tcp.BytesReceived.GetValueOrDefault());
        Number(" segs_out:"u8, tcp.SegmentsOut.GetValueOrDefault());
        Number(" segs_in:"u8, tcp.SegmentsIn.GetValueOrDefault());
        Number(" data_segs_out:"u8, tcp.DataSegmentsOut.GetValueOrDefault());
        Number(" data_segs_in:"u8, tcp.DataSegmentsIn.GetValueOrDefault());
    }

    private void AppendRates(in TcpMetrics tcp, double roundTripTime)
    {
        if (roundTripTime > 0 && tcp.SendMss != 0 && tcp.CongestionWindow != 0)
            Rate(" send "u8, (double)tcp.CongestionWindow * tcp.SendMss * 8_000_000 / roundTripTime);

        Number(" lastsnd:"u8, tcp.LastDataSent);
        Number(" lastrcv:"u8, tcp.LastDataReceived);
        Number(" lastack:"u8, tcp.LastAckReceived);

        // All ones is no limit.
        ulong pacing = tcp.PacingRate.GetValueOrDefault();
        if (pacing is not (0 or ulong.MaxValue))
        {
            Rate(" pacing_rate "u8, pacing * 8.0);
            ulong most = tcp.MaxPacingRate.GetValueOrDefault();
            if (most is not (0 or ulong.MaxValue)) Rate("/"u8, most * 8.0);
        }

        ulong delivery = tcp.DeliveryRate.GetValueOrDefault();
        if (delivery != 0) Rate(" delivery_rate "u8, delivery * 8.0);
        Number(" delivered:"u8, tcp.Delivered.GetValueOrDefault());
        Number(" delivered_ce:"u8, tcp.DeliveredCe.GetValueOrDefault());
        if (tcp.IsAppLimited) _sink.AppendWord(" app_limited"u8);
    }

    private void AppendLimits(in TcpMetrics tcp)
    {
        ulong busy = tcp.BusyTime.GetValueOrDefault();
        if (busy == 0) return;
        _sink.Append(" busy:"u8);
        _sink.AppendNumber(busy / 1000);
        _sink.Append("ms"u8);
        Share(" rwnd_limited:"u8, tcp.ReceiveWindowLimited.GetValueOrDefault(), busy);
        Share(" sndbuf_limited:"u8, tcp.SendBufferLimited.GetValueOrDefault(), busy);
    }

    private void AppendRecovery(in TcpMetrics tcp, SocketState state)
    {
        Number(" unacked:"u8, tcp.Unacked);
        if ((tcp.RetransmitsInFlight | tcp.TotalRetransmits) != 0)
        {
            _sink.AppendWord(" retrans:"u8);
            _sink.AppendNumber(tcp.RetransmitsInFlight);
            _sink.Append((byte)'/');
            _sink.AppendNumber(tcp.TotalRetransmits);
        }

        Number(" lost:"u8, tcp.Lost);
        if (state != SocketState.Listen) Number(" sacked:"u8, tcp.Sacked);
        Number(" dsack_dups:"u8, tcp.DuplicateSacks.GetValueOrDefault());
        Number(" fackets:"u8, tcp.ForwardAcked);
        if (tcp.Reordering != OrdinaryReordering) SignedOrZero(" reordering:"u8, tcp.Reordering);
        Signed(" reord_seen:"u8, tcp.ReorderingSeen.GetValueOrDefault());
    }

    private void AppendReceiver(in TcpMetrics tcp)
    {
        Time(" rcv_rtt:"u8, tcp.ReceiverRoundTripTime);
        Signed(" rcv_space:"u8, tcp.ReceiveSpace);
        Number(" rcv_ssthresh:"u8, tcp.ReceiveSlowStartThreshold);
        Number(" notsent:"u8, tcp.NotSentBytes.GetValueOrDefault());
        if (tcp.MinRoundTripTime is { } least and not uint.MaxValue) Time(" minrtt:"u8, least);
        Number(" rcv_ooopack:"u8, tcp.OutOfOrderPackets.GetValueOrDefault());
        Number(" snd_wnd:"u8, tcp.SendWindow.GetValueOrDefault());
        if (!_showsReceiveWindow) return;
        Number(" rcv_wnd:"u8, tcp.ReceiveWindow.GetValueOrDefault());
        Number(" rehash:"u8, tcp.Rehash.GetValueOrDefault());
    }

    private void Number(ReadOnlySpan<byte> name, ulong value)
    {
        if (value == 0) return;
        _sink.AppendWord(name);
        _sink.AppendNumber(value);
    }

    // The kernel's numbers have no sign; these ss prints as if they had.
    private void Signed(ReadOnlySpan<byte> name, uint value)
    {
        if (value != 0) SignedOrZero(name, value);
    }

    private void SignedOrZero(ReadOnlySpan<byte> name, uint value)
    {
        _sink.AppendWord(name);
        if ((int)value < 0) _sink.Append((byte)'-');
        _sink.AppendNumber((ulong)Math.Abs((long)(int)value));
    }

    private void Time(ReadOnlySpan<byte> name, uint microseconds)
    {
        if (microseconds == 0) return;
        _sink.AppendWord(name);
        DecimalText.AppendThousandths(_sink, microseconds);
    }

    private void Rate(ReadOnlySpan<byte> name, double bits)
    {
        _sink.AppendWord(name);
        BitRateText.Append(_sink, bits, columns.Numeric);
    }

    private void Share(ReadOnlySpan<byte> name, ulong part, ulong whole)
    {
        if (part == 0) return;
        _sink.AppendWord(name);
        _sink.AppendNumber(part / 1000);
        _sink.Append("ms("u8);
        DecimalText.AppendTenths(_sink, 100.0 * part / whole);
        _sink.Append("%)"u8);
    }
}
