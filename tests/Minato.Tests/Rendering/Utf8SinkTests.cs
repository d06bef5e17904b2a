using System;
using System.Globalization;
using System.Text;
using CsCheck;
using Minato.Rendering;

namespace Minato.Tests.Rendering;

public sealed class Utf8SinkTests
{
    private const int Size = 64;

    private static readonly Gen<(int What, ulong Number)> Steps = Gen.Select(
        Gen.Int[0, 5], Gen.OneOf(Gen.ULong, Gen.ULong[0, 200_000], Gen.ULong[0, 12], Gen.OneOf(9ul, 10ul, 99ul, 100ul, 9_999ul, 10_000ul, 99_999ul, 100_000ul, ulong.MaxValue)));

    [Fact]
    public void What_is_appended_comes_out_in_order_however_small_the_buffer() => Steps.Array[0, 60].Sample(
        steps =>
        {
            MemoryOutput output = new();
            Utf8Sink sink = new(output, Size);
            StringBuilder expected = new();
            foreach ((int what, ulong number) in steps)
            {
                Append(sink, what, number);
                expected.Append(Expected(what, number));
                Assert.Equal(expected.Length, sink.Position);
            }

            Assert.True(sink.Flush());
            Assert.Equal(expected.ToString(), output.Text);
        }, iter: 2_000);

    [Fact]
    public void Every_number_of_five_digits_and_the_neighbours_of_powers_are_written()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, Size);
        StringBuilder expected = new();
        for (ulong number = 0; number < 100_000; number++) Take(number);
        for (ulong power = 1; power < ulong.MaxValue / 10; power *= 10)
        {
            for (ulong number = power * 10 - 2; number <= power * 10 + 2; number++) Take(number);
        }

        sink.Flush();
        Assert.Equal(expected.ToString(), output.Text);

        void Take(ulong number)
        {
            sink.AppendNumber(number);
            expected.Append(CultureInfo.InvariantCulture, $"{number}");
        }
    }

    [Fact]
    public void Text_longer_than_the_buffer_comes_out_whole()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, Size);
        string text = new('x', 10 * Size);
        sink.Append(Encoding.ASCII.GetBytes(text));
        sink.Flush();

        Assert.Equal(text, output.Text);
    }

    [Fact]
    public void Nothing_goes_out_before_the_buffer_is_full()
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, Size);
        sink.Append(new byte[Size]);
        Assert.Equal(0, output.Writes);

        sink.Append((byte)'x');
        Assert.Equal(1, output.Writes);
    }

    [Fact]
    public void An_output_that_failed_is_not_written_to_again()
    {
        MemoryOutput output = new(limit: Size);
        Utf8Sink sink = new(output, Size);
        sink.Append(new byte[5 * Size]);

        Assert.False(sink.Flush());
        Assert.True(sink.HasFailed);
        Assert.Equal((2, Size), (output.Writes, output.Bytes.Length));
    }

    private static void Append(Utf8Sink sink, int what, ulong number)
    {
        switch (what)
        {
            case 0: sink.AppendNumber(number); break;
            case 1: sink.AppendHex(number); break;
            case 2: sink.AppendBlanks((int)(number % 80) - 5); break;
            case 3: sink.Append((byte)'c'); break;
            case 4: sink.AppendWord(Encoding.ASCII.GetBytes(Word(number, most: 33))); break;
            default: sink.Append(Encoding.ASCII.GetBytes(Word(number, most: 3 * Size))); break;
        }
    }

    private static string Expected(int what, ulong number) => what switch
    {
        0 => number.ToString(CultureInfo.InvariantCulture),
        1 => number.ToString("x", CultureInfo.InvariantCulture),
        2 => new string(' ', Math.Max(0, (int)(number % 80) - 5)),
        3 => "c",
        4 => Word(number, most: 33),
        _ => Word(number, most: 3 * Size),
    };

    // Letters that differ, so that two that changed places would show.
    private static string Word(ulong number, int most)
    {
        StringBuilder word = new();
        for (ulong i = 0; i < number % (ulong)most; i++) word.Append((char)('a' + (i + number) % 26));
        return word.ToString();
    }
}
