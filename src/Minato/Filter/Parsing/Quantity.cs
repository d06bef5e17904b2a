using System;
using System.Globalization;

namespace Minato.Filter.Parsing;

/// <summary>Numbers with units: <c>1MiB</c>, <c>100ms</c>, <c>1.5s</c>.</summary>
internal static class Quantity
{
    private const double Most = long.MaxValue / 2;

    /// <summary>Bytes: K, M, G, T and KiB, MiB, … are powers of 1024, kB, MB, … of 1000.</summary>
    public static bool TryBytes(string text, out long bytes) => TryParse(text, out bytes, static unit => unit switch
    {
        "" or "B" => 1,
        "K" or "k" or "KiB" or "kiB" => 1024,
        "M" or "MiB" => 1024 * 1024,
        "G" or "GiB" => 1024L * 1024 * 1024,
        "T" or "TiB" => 1024L * 1024 * 1024 * 1024,
        "kB" or "KB" => 1000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        "TB" => 1_000_000_000_000,
        _ => 0,
    });

    /// <summary>Microseconds; a number alone is milliseconds, as ss prints them.</summary>
    public static bool TryMicroseconds(string text, out long microseconds) => TryParse(text, out microseconds, static unit => unit switch
    {
        "us" or "µs" or "usec" => 1,
        "" or "ms" or "msec" => 1000,
        "s" or "sec" => 1_000_000,
        "m" or "min" => 60_000_000,
        "h" => 3_600_000_000,
        "d" => 86_400_000_000,
        _ => 0,
    });

    /// <summary>A number alone.</summary>
    public static bool TryCount(string text, out long count) => TryParse(text, out count, static unit => unit.Length == 0 ? 1 : 0);

    private static bool TryParse(string text, out long value, Func<string, long> factorOf)
    {
        value = 0;
        int digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.')) digits++;
        long factor = factorOf(text[digits..]);
        if (factor == 0) return false;
        if (long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out long whole))
        {
            if (whole > long.MaxValue / factor) return false;
            value = whole * factor;
            return true;
        }

        if (!double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)) return false;
        if (number * factor > Most) return false;
        value = (long)Math.Round(number * factor);
        return true;
    }
}
