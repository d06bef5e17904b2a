namespace Minato.Rendering.Ss;

/// <summary>Bits per second: three digits and a unit's letter, or all digits with -n.</summary>
internal static class BitRateText
{
    public static void Append(Utf8Sink sink, double bits, bool numeric)
    {
        if (numeric) DecimalText.AppendWhole(sink, bits);
        else if (bits >= 1e12) Scaled(sink, bits / 1e12, (byte)'T');
        else if (bits >= 1e9) Scaled(sink, bits / 1e9, (byte)'G');
        else if (bits >= 1e6) Scaled(sink, bits / 1e6, (byte)'M');
        else if (bits >= 1e3) Scaled(sink, bits / 1e3, (byte)'k');
        else DecimalText.AppendGeneral(sink, bits, 6);
        sink.Append("bps"u8);
    }

    private static void Scaled(Utf8Sink sink, double value, byte unit)
    {
        DecimalText.AppendGeneral(sink, value, 3);
        sink.Append(unit);
    }
}
