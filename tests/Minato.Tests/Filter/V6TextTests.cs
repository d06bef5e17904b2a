using System;
using System.Net;
using Minato.Filter.Parsing;

namespace Minato.Tests.Filter;

public sealed class V6TextTests
{
    [Fact]
    public void What_NET_writes_is_read_back()
    {
        Random random = new(6);
        byte[] bytes = new byte[16];
        byte[] read = new byte[16];
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);

            // Runs of zeros are what the notation is about; some look like IPv4.
            int from = random.Next(17);
            Array.Clear(bytes, from, random.Next(17 - from));
            if (i % 7 == 0) Array.Clear(bytes, 0, 10);
            if (i % 14 == 0) bytes[10] = bytes[11] = 0xff;
            string text = new IPAddress(bytes).ToString();

            Assert.True(V6Text.TryParse(text, read), text);
            Assert.Equal(bytes, read);
            Assert.True(V6Text.TryParse(text.ToUpperInvariant(), read), text);
        }
    }

    [Theory]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("1::")]
    [InlineData("1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7::")]
    [InlineData("::2:3:4:5:6:7:8")]
    [InlineData("0001:02::3")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("64:ff9b::192.0.2.1")]
    [InlineData("1:2:3:4:5:6:192.0.2.1")]
    public void Each_notation_is_read_as_NET_reads_it(string text)
    {
        byte[] read = new byte[16];

        Assert.True(V6Text.TryParse(text, read));
        Assert.Equal(IPAddress.Parse(text).GetAddressBytes(), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:::2")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("::1:2:3:4:5:6:7:8")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData(":1::2")]
    [InlineData("1::2:")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("+1::")]
    [InlineData(" ::1")]
    [InlineData("::1 ")]
    [InlineData("fe80::1%lo")]
    [InlineData("[::1]")]
    [InlineData("::1/64")]
    [InlineData("::1.2.3")]
    [InlineData("::1.2.3.4.5")]
    [InlineData("::1.2.3.256")]
    [InlineData("::01.2.3.4")]
    [InlineData("::1.2.3.4:5")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    [InlineData("::1..2.3")]
    public void What_is_no_address_is_refused(string text) => Assert.False(V6Text.TryParse(text, new byte[16]));
}
