using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What the congestion control adds to -i.</summary>
internal static class CongestionText
{
    // No round-trip time yet (net/ipv4/tcp_vegas.c).
    private const uint NoVegasTime = 0x7FFFFFFF;

    public static void Append(Utf8Sink sink, SocketDetails details, bool numeric)
    {
        if (details.Has(DetailParts.Dctcp)) AppendDctcp(sink, in details.DctcpPart);
        if (details.Has(DetailParts.Bbr)) AppendBbr(sink, in details.BbrPart, numeric);
    }

    /// <summary>The round-trip time that the sending rate is reckoned with: Vegas keeps a better one.</summary>
    public static double RoundTripTime(SocketDetails details)
    {
        ref readonly VegasMetrics vegas = ref details.VegasPart;
        bool isVegas = details.Has(DetailParts.Vegas) && vegas.IsEnabled && vegas.RoundTripTime is not (0 or NoVegasTime);
        return isVegas ? vegas.RoundTripTime : details.TcpPart.RoundTripTime;
    }

    private static void AppendDctcp(Utf8Sink sink, in DctcpMetrics dctcp)
    {
        if (!dctcp.IsEnabled)
        {
            sink.Append(" dctcp:fallback_mode"u8);
            return;
        }

        sink.Append(" dctcp:(ce_state:"u8);
        sink.AppendNumber(dctcp.CeState);
        sink.Append(",alpha:"u8);
        sink.AppendNumber(dctcp.Alpha);
        sink.Append(",ab_ecn:"u8);
        sink.AppendNumber(dctcp.AckedBytesEcn);
        sink.Append(",ab_tot:"u8);
        sink.AppendNumber(dctcp.AckedBytesTotal);
        sink.Append((byte)')');
    }

    private static void AppendBbr(Utf8Sink sink, in BbrMetrics bbr, bool numeric)
    {
        sink.Append(" bbr:(bw:"u8);
        BitRateText.Append(sink, bbr.Bandwidth * 8.0, numeric);
        sink.Append(",mrtt:"u8);
        DecimalText.AppendThousandths(sink, bbr.MinRoundTripTime);
        AppendGain(sink, ",pacing_gain:"u8, bbr.PacingGain);
        AppendGain(sink, ",cwnd_gain:"u8, bbr.WindowGain);
        sink.Append((byte)')');
    }

    private static void AppendGain(Utf8Sink sink, System.ReadOnlySpan<byte> name, uint gain)
    {
        if (gain == 0) return;
        sink.Append(name);
        DecimalText.AppendGeneral(sink, gain / 256.0, 6);
    }
}
