using System;
using Minato.Cli.Terminal;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The width that ss draws its table for.</summary>
internal static class SsScreen
{
    public static int Width(SsRelease release) => Width(release, OutputStream.Standard.WindowColumns, Environment.GetEnvironmentVariable("COLUMNS"));

    /// <summary>0 where ss knows no width: the table is then as narrow as its cells.</summary>
    /// <param name="release">Whether COLUMNS counts where there is no terminal.</param>
    /// <param name="windowColumns">What the terminal says, 0 for none.</param>
    /// <param name="variable">COLUMNS.</param>
    public static int Width(SsRelease release, int windowColumns, string? variable) =>
        windowColumns > 0 || !release.ReadsColumnsVariable || variable is null ? windowColumns : Math.Max(0, LeadingNumber(variable));

    // As glibc's atoi(3): blanks, a sign, digits, and whatever follows is ignored; a long, of which an int keeps the lower half.
    private static int LeadingNumber(string text)
    {
        ReadOnlySpan<char> left = text.AsSpan().TrimStart(" \t\n\v\f\r");
        bool isNegative = left.StartsWith('-');
        if (isNegative || left.StartsWith('+')) left = left[1..];
        Int128 number = 0;
        foreach (char digit in left)
        {
            if (!char.IsAsciiDigit(digit)) break;
            number = Int128.Min(number * 10 + (digit - '0'), (Int128)long.MaxValue + 1);
        }

        long signed = (long)Int128.Clamp(isNegative ? -number : number, long.MinValue, long.MaxValue);
        return unchecked((int)signed);
    }
}
