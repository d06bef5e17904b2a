using System;
using System.Text;
using CsCheck;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>The lines of /proc/net/dev_mcast.</summary>
public sealed class ProcNetDevMcastDecoderTests
{
    private const string Line = "4    eth0            2     0     01005e0000fb";

    [Fact]
    public void A_line_is_read_as_the_kernel_writes_it()
    {
        var group = ProcNetDevMcastDecoder.Decode(Encoding.ASCII.GetBytes(Line))!.Value;

        Assert.Equal((4u, "eth0", 2, "01005E0000FB"), (group.Index, Encoding.ASCII.GetString(group.Interface), group.Users, Convert.ToHexString(group.Address)));
    }

    [Fact]
    public void An_address_may_have_20_bytes() =>
        Assert.Equal(20, ProcNetDevMcastDecoder.Decode("9    ib0             1     0     00ffffffff12401bffff00000000000000000001"u8)!.Value.Address.Length);

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("4    eth0")]
    [InlineData("4    eth0            2     0")]
    [InlineData("4    eth0            2     0     ")]
    [InlineData("4    eth0            2     0     01005e0000f")]
    [InlineData("4    eth0            2     0     01005e0000fx")]
    [InlineData("4    eth0            -1    0     01005e0000fb")]
    [InlineData("4    eth0            99999999999 0 01005e0000fb")]
    [InlineData("x    eth0            2     0     01005e0000fb")]
    [InlineData("4    an-interface-name-too-long 2 0 01005e0000fb")]
    [InlineData("4    eth0            2     0     000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20")]
    public void A_line_that_is_not_whole_is_no_row(string line) => Assert.Null(ProcNetDevMcastDecoder.Decode(Encoding.ASCII.GetBytes(line)));

    [Fact]
    public void Whatever_the_line_it_is_read_or_dropped() =>
        Gen.Byte.Array[0, 80].Sample(line => ProcNetDevMcastDecoder.Decode(line) is null or { Address.Length: > 0 and <= 32, Interface.Length: > 0 and < 16 });
}
