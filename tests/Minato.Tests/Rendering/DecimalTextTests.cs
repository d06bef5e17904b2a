using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Tests.Abi;

namespace Minato.Tests.Rendering;

/// <summary>Numbers with a fraction are those of printf(3): recorded pairs, and C itself where it can be asked.</summary>
public sealed class DecimalTextTests
{
    private const int Draws = 40_000;

    // Reads "kind value" lines, the value as the bits of a double or a number, and prints what ss would.
    private const string Printer = """
        #include <inttypes.h>
        #include <stdio.h>
        #include <string.h>
        int main(void)
        {
            char kind;
            uint64_t bits;
            while (scanf(" %c %" SCNu64, &kind, &bits) == 2) {
                double value;
                memcpy(&value, &bits, sizeof value);
                switch (kind) {
                case 'g': printf("%g\n", value); break;
                case '3': printf("%.3g\n", value); break;
                case 'f': printf("%.0f\n", value); break;
                case '1': printf("%.1f\n", value); break;
                case 'm': printf("%g\n", (double)bits / 1000); break;
                }
            }
            return 0;
        }
        """;

    [Theory]
    [InlineData(0u, "0")]
    [InlineData(1u, "0.001")]
    [InlineData(40u, "0.04")]
    [InlineData(204000u, "204")]
    [InlineData(5125u, "5.125")]
    [InlineData(999999u, "999.999")]
    [InlineData(1234565u, "1234.57")]
    [InlineData(1000005u, "1000")]
    [InlineData(12345650u, "12345.6")]
    [InlineData(120000000u, "120000")]
    [InlineData(999999500u, "1e+06")]
    [InlineData(4294967295u, "4.29497e+06")]
    public void Thousandths_have_six_digits_at_most(uint value, string text) => Assert.Equal(text, Thousandths(value));

    [Theory]
    [InlineData(0d, "0")]
    [InlineData(2.885d, "2.88")]
    [InlineData(9.995d, "9.99")]
    [InlineData(999.6d, "1e+03")]
    [InlineData(100.5d, "100")]
    [InlineData(101.5d, "102")]
    [InlineData(0.000123456d, "0.000123")]
    [InlineData(0.0000123456d, "1.23e-05")]
    [InlineData(147573952.58d, "1.48e+08")]
    public void Three_digits_are_rounded_by_the_exact_value_and_half_to_even(double value, string text) =>
        Assert.Equal(text, Write(sink => DecimalText.AppendGeneral(sink, value, 3)));

    [Theory]
    [InlineData(0d, "0.0")]
    [InlineData(0.25d, "0.2")]
    [InlineData(0.35d, "0.3")]
    [InlineData(99.95d, "100.0")]
    [InlineData(100d, "100.0")]
    [InlineData(1.8446744073709552e21d, "1844674407370955161600.0")]
    public void A_share_has_one_digit_after_the_point(double value, string text) =>
        Assert.Equal(text, Write(sink => DecimalText.AppendTenths(sink, value)));

    [Theory]
    [InlineData(999d, false, "999bps")]
    [InlineData(123.456789d, false, "123.457bps")]
    [InlineData(1000d, false, "1kbps")]
    [InlineData(999999d, false, "1e+03kbps")]
    [InlineData(12_345_678d, false, "12.3Mbps")]
    [InlineData(174_618_633_333d, false, "175Gbps")]
    [InlineData(2e12d, false, "2Tbps")]
    [InlineData(12_345_678.5d, true, "12345678bps")]
    [InlineData(1.4757395258967641e20d, true, "147573952589676412928bps")]
    public void A_rate_has_three_digits_and_a_unit_unless_it_is_numeric(double bits, bool numeric, string text) =>
        Assert.Equal(text, Write(sink => BitRateText.Append(sink, bits, numeric)));

    [Fact]
    public void C_prints_the_same()
    {
        Random random = new(20260317);
        List<(char Kind, ulong Bits)> asked = [.. Enumerable.Range(0, Draws).Select(_ => Draw(random))];
        string input = string.Concat(asked.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Kind} {one.Bits}\n")));
        string[] printed = Encoding.ASCII.GetString(CProgram.Run(Printer, input)).Split('\n');

        for (int i = 0; i < asked.Count; i++)
        {
            (char kind, ulong bits) = asked[i];
            Assert.True(printed[i] == Ours(kind, bits), $"%{kind} of {BitConverter.UInt64BitsToDouble(bits):R} ({bits}): C {printed[i]}, ours {Ours(kind, bits)}");
        }
    }

    // Numbers of all sizes that ss can have, many of them on or next to a half.
    private static (char Kind, ulong Bits) Draw(Random random)
    {
        char kind = "g3f1m"[random.Next(5)];
        if (kind == 'm') return (kind, (ulong)random.NextInt64(1L << random.Next(1, 33)));
        double value = random.Next(4) switch
        {
            0 => random.NextInt64(1L << random.Next(1, 62)) / 256.0,
            1 => random.NextInt64(1L << random.Next(1, 40)) * 8.0 / Math.Pow(10, random.Next(0, 13)),
            2 => (random.NextInt64(1L << random.Next(1, 34)) + 0.5) / Math.Pow(10, random.Next(0, 6)),
            _ => random.NextDouble() * Math.Pow(10, random.Next(-3, 20)),
        };
        if (kind is 'g' or '3' && value is < 1e-6 or > 1e20) value = 1.5;
        return (kind, BitConverter.DoubleToUInt64Bits(value));
    }

    private static string Ours(char kind, ulong bits)
    {
        double value = BitConverter.UInt64BitsToDouble(bits);
        return kind switch
        {
            'g' => Write(sink => DecimalText.AppendGeneral(sink, value, 6)),
            '3' => Write(sink => DecimalText.AppendGeneral(sink, value, 3)),
            'f' => Write(sink => DecimalText.AppendWhole(sink, value)),
            '1' => Write(sink => DecimalText.AppendTenths(sink, value)),
            _ => Thousandths((uint)bits),
        };
    }

    private static string Thousandths(uint value) => Write(sink => DecimalText.AppendThousandths(sink, value));

    private static string Write(Action<Utf8Sink> append)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, size: 128);
        append(sink);
        sink.Flush();
        return output.Text;
    }
}
