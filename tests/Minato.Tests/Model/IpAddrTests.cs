using System;
using System.Net;
using CsCheck;
using Minato.Model;

namespace Minato.Tests.Model;

public sealed class IpAddrTests
{
    private static readonly Gen<byte[]> Addresses = Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]);

    [Fact]
    public void An_address_is_its_bytes() => Addresses.Sample(bytes =>
    {
        IpAddr address = IpAddr.FromBytes(bytes);
        byte[] copy = new byte[16];

        Assert.Equal(bytes, copy[..address.CopyTo(copy)]);
        Assert.Equal(new IPAddress(bytes), address.ToIPAddress());
        Assert.Equal(bytes.Length == 16, address.IsV6);
    });

    [Fact]
    public void Addresses_are_equal_when_their_bytes_are() => Gen.Select(Addresses, Gen.Int[0, 127]).Sample((bytes, bit) =>
    {
        byte[] other = [.. bytes];
        other[bit / 8 % bytes.Length] ^= (byte)(1 << (bit % 8));

        Assert.Equal(IpAddr.FromBytes(bytes), IpAddr.FromBytes([.. bytes]));
        Assert.Equal(IpAddr.FromBytes(bytes).GetHashCode(), IpAddr.FromBytes([.. bytes]).GetHashCode());
        Assert.NotEqual(IpAddr.FromBytes(bytes), IpAddr.FromBytes(other));
    });

    [Fact]
    public void The_same_number_in_the_other_family_is_another_address() => Assert.NotEqual(IpAddr.V4(1), IpAddr.V6(0, 1));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(0)]
    public void Any_other_number_of_bytes_is_no_address(int length) => Assert.Throws<ArgumentException>(() => IpAddr.FromBytes(new byte[length]));

    [Theory]
    [InlineData("0.0.0.0", true, false, false)]
    [InlineData("::", true, false, false)]
    [InlineData("127.0.0.1", false, true, false)]
    [InlineData("127.255.255.255", false, true, false)]
    [InlineData("128.0.0.1", false, false, false)]
    [InlineData("::1", false, true, false)]
    [InlineData("::2", false, false, false)]
    [InlineData("1::1", false, false, false)]
    [InlineData("::ffff:127.0.0.1", false, true, true)]
    [InlineData("::ffff:10.0.0.1", false, false, true)]
    [InlineData("::127.0.0.1", false, false, false)]
    [InlineData("::ffff:0:127.0.0.1", false, false, false)]
    public void Special_addresses_are_known(string text, bool unspecified, bool loopback, bool mapped)
    {
        IpAddr address = IpAddr.FromBytes(IPAddress.Parse(text).GetAddressBytes());

        Assert.Equal((unspecified, loopback, mapped), (address.IsUnspecified, address.IsLoopback, address.IsV4Mapped));
    }
}
