using System.Collections.Generic;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class CounterDecoderTests
{
    private static readonly Gen<string> Word = Gen.Char["AbCd6xyz"].Array[1, 12].Select(letters => new string(letters));

    [Fact]
    public void Names_stand_above_their_numbers()
    {
        CounterTable table = Pairs("Tcp: RtoMin MaxConn InSegs\nTcp: 200 -1 7\nIpExt: InOctets\nIpExt: 3000000000\n");

        Assert.Equal("Tcp(RtoMin=200 MaxConn=-1 InSegs=7) IpExt(InOctets=3000000000)", Describe(table));
        Assert.Equal(0, table.Damaged);
    }

    [Fact]
    public void A_counter_above_2_to_the_63_keeps_its_bits()
    {
        CounterTable table = Pairs("Ip: A\nIp: 18446744073709551615\n");

        Assert.True(table.TryGet("Ip"u8, "A"u8, out long value));
        Assert.Equal(ulong.MaxValue, (ulong)value);
    }

    [Theory]
    [InlineData("Ip: A B\nIp: 1\n", "Ip(A=1)")]
    [InlineData("Ip: A B\nIp: 1 x\n", "Ip(A=1)")]
    [InlineData("Ip: A B C\nIp: 1 0x10 3\n", "Ip(A=1 C=3)")]
    [InlineData("Ip: A\nIp: 99999999999999999999\n", "Ip()")]
    [InlineData("Ip: A\nIp: 1 2\n", "Ip(A=1)")]
    [InlineData("Ip: A\nTcp: B\nTcp: 1\n", "Tcp(B=1)")]
    [InlineData("Ip: A\n", "")]
    [InlineData("Ip: A B\nIp: 1 23", "Ip(A=1)")]
    [InlineData("garbage\nIp: A\nIp: 1\n", "Ip(A=1)")]
    [InlineData(": A\nIp: A\nIp: 1\n", "Ip(A=1)")]
    public void What_does_not_fit_is_dropped_and_counted_once(string text, string whole)
    {
        CounterTable table = Pairs(text);

        Assert.Equal(whole, Describe(table));
        Assert.Equal(1, table.Damaged);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \t\nIp: A\n\r\nIp: 1\n")]
    [InlineData("Ip: A \r\nIp: \t1\r\n")]
    public void Blanks_and_line_ends_are_no_damage(string text) => Assert.Equal(0, Pairs(text).Damaged);

    [Fact]
    public void Counters_of_IPv6_are_grouped_by_what_they_begin_with()
    {
        CounterTable table = new();
        CounterLineDecoder.DecodeV6("Ip6InReceives  \t307\nIp6InDiscards\t0\nIcmp6InType136\t1\nUdpLite6NoPorts\t2\n"u8, table);

        Assert.Equal("Ip6(Ip6InReceives=307 Ip6InDiscards=0) Icmp6(Icmp6InType136=1) UdpLite6(UdpLite6NoPorts=2)", Describe(table));
    }

    [Fact]
    public void Counters_of_SCTP_are_one_group()
    {
        CounterTable table = new();
        CounterLineDecoder.Decode("SctpCurrEstab\t3\nSctpOutOfBlues\t-1\nSctpBad x\n"u8, "Sctp"u8, table);

        Assert.Equal("Sctp(SctpCurrEstab=3 SctpOutOfBlues=-1)", Describe(table));
        Assert.Equal(1, table.Damaged);
    }

    [Fact]
    public void Sockstat_has_each_number_behind_its_name()
    {
        CounterTable table = new();
        SockstatDecoder.Decode("sockets: used 190\nTCP: inuse 8 orphan 1 tw\nnothing\n"u8, table);

        Assert.Equal("sockets(used=190) TCP(inuse=8 orphan=1)", Describe(table));
        Assert.Equal(2, table.Damaged);
    }

    [Fact]
    public void A_table_grows_with_what_a_kernel_counts()
    {
        StringBuilder names = new("X:");
        StringBuilder numbers = new("X:");
        for (int i = 0; i < 3000; i++)
        {
            names.Append(" AVeryLongNameOfACounter").Append(i);
            numbers.Append(' ').Append(i);
        }

        CounterTable table = Pairs(names + "\n" + numbers + "\n");
        Assert.True(table.TryGet("X"u8, "AVeryLongNameOfACounter2999"u8, out long last));
        Assert.Equal(2999, last);
    }

    [Fact]
    public void What_is_written_as_pairs_is_read_back() =>
        Gen.Select(Word, Gen.Select(Word, Gen.Long).Array[1, 40]).Array[0, 6].Sample(groups =>
        {
            StringBuilder text = new();
            StringBuilder expected = new();
            foreach ((string group, (string Name, long Value)[] counters) in groups)
            {
                text.Append(group).Append(':');
                expected.Append(expected.Length == 0 ? "" : " ").Append(group).Append('(');
                foreach ((string name, _) in counters) text.Append(' ').Append(name);
                text.Append('\n').Append(group).Append(':');
                foreach ((string name, long value) in counters)
                {
                    text.Append(' ').Append(value);
                    expected.Append(expected[^1] == '(' ? "" : " ").Append(name).Append('=').Append(value);
                }

                text.Append('\n');
                expected.Append(')');
            }

            CounterTable table = Pairs(text.ToString());
            Assert.Equal((expected.ToString(), 0), (Describe(table), table.Damaged));
        });

    [Fact]
    public void A_file_cut_anywhere_gives_no_number_that_the_whole_has_not() => Gen.Int[0, 200].Sample(length =>
    {
        const string Whole = "Ip: Forwarding InReceives InDelivers\nIp: 2 481559 481558\nTcp: RtoMin MaxConn CurrEstab\nTcp: 200 -1 12\n";
        string cut = Whole[..System.Math.Min(length, Whole.Length)];
        Dictionary<string, string> whole = Values(Pairs(Whole));
        foreach ((string name, string value) in Values(Pairs(cut))) Assert.Equal(whole[name], value);
    });

    [Fact]
    public void Any_bytes_are_counters_or_none() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        CounterTable table = new();
        CounterPairDecoder.Decode(bytes, table);
        CounterLineDecoder.DecodeV6(bytes, table);
        SockstatDecoder.Decode(bytes, table);
        int counters = 0;
        foreach (CounterGroup group in table.Groups) counters += table.Of(group).Length;
        // Three decoders read them.
        Assert.InRange(counters + table.Damaged, 0, 3 * bytes.Length);
    });

    private static CounterTable Pairs(string text)
    {
        CounterTable table = new();
        CounterPairDecoder.Decode(Encoding.Latin1.GetBytes(text), table);
        return table;
    }

    private static Dictionary<string, string> Values(CounterTable table)
    {
        Dictionary<string, string> values = new(System.StringComparer.Ordinal);
        foreach (CounterGroup group in table.Groups)
        {
            foreach (Counter counter in table.Of(group)) values[Text(table.Name(group)) + Text(table.Name(counter))] = counter.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return values;
    }

    private static string Describe(CounterTable table)
    {
        StringBuilder text = new();
        foreach (CounterGroup group in table.Groups)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(Text(table.Name(group))).Append('(');
            foreach (Counter counter in table.Of(group)) text.Append(text[^1] == '(' ? "" : " ").Append(Text(table.Name(counter))).Append('=').Append(counter.Value);
            text.Append(')');
        }

        return text.ToString();
    }

    private static string Text(System.ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
