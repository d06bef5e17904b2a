using System.Net;
using System.Net.Sockets;
using System.Text;
using CsCheck;
using Minato.Model;

namespace Minato.Tests.Reading;

public sealed class NumberWordsTests
{
    [Fact]
    public void An_IPv6_address_is_what_the_base_library_reads() => Gen.Byte.Array[16].Sample(bytes =>
    {
        // Zeros, so that there are gaps of every length.
        for (int i = 0; i < 16; i++)
        {
            if ((bytes[i] & 3) != 0) bytes[i] = 0;
        }

        Assert.True(IpAddrText.TryV6(Encoding.ASCII.GetBytes(new IPAddress(bytes).ToString()), out ulong high, out ulong low));
        Assert.Equal(IpAddr.FromBytes(bytes), IpAddr.V6(high, low));
    });

    [Fact]
    public void An_IPv4_address_is_what_the_base_library_reads() => Gen.Byte.Array[4].Sample(bytes =>
    {
        Assert.True(IpAddrText.TryV4(Encoding.ASCII.GetBytes(new IPAddress(bytes).ToString()), out uint address));
        Assert.Equal(IpAddr.FromBytes(bytes), IpAddr.V4(address));
    });

    [Fact]
    public void What_is_read_is_an_address_to_the_base_library_too() => Gen.String[Gen.Char["0123af:."], 0, 24].Sample(text =>
    {
        bool isV6 = IpAddrText.TryV6(Encoding.ASCII.GetBytes(text), out _, out _);
        if (isV6) Assert.True(IPAddress.TryParse(text, out IPAddress? parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6, text);
    });

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("1.2.3.")]
    [InlineData("1..2.3")]
    public void What_is_no_whole_IPv4_address_is_none(string text) => Assert.False(IpAddrText.TryV4(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("12345::")]
    [InlineData("fe80::aede:48ff:")]
    [InlineData("::1.2.3")]
    [InlineData("::1%lo")]
    public void What_is_no_whole_IPv6_address_is_none(string text) => Assert.False(IpAddrText.TryV6(Encoding.ASCII.GetBytes(text), out _, out _));
}
