using System;
using System.Collections.Generic;
using CsCheck;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class AttributeReaderTests
{
    [Fact]
    public void Attributes_follow_each_other_on_four_byte_boundaries()
    {
        byte[] bytes = [.. NetlinkBytes.Attribute(8, 3), .. NetlinkBytes.Attribute(15, 1, 2, 3, 4), .. NetlinkBytes.Attribute(99)];

        Assert.Equal([(8, "03"), (15, "01020304"), (99, "")], Read(bytes, out NetlinkFault fault));
        Assert.Equal(NetlinkFault.None, fault);
    }

    [Fact]
    public void The_nested_and_byte_order_flags_are_no_part_of_the_type() =>
        Assert.Equal([(8, "03")], Read(NetlinkBytes.Attribute(0xC008, 3), out _));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_length_below_the_headers_own_ends_the_walk(ushort length)
    {
        byte[] bytes = [.. NetlinkBytes.Attribute(8, 3), .. NetlinkBytes.U16(length), .. NetlinkBytes.U16(15), .. new byte[8]];

        Assert.Equal([(8, "03")], Read(bytes, out NetlinkFault fault));
        Assert.Equal(NetlinkFault.BadLength, fault);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0xFFFF)]
    public void A_length_beyond_the_bytes_ends_the_walk(ushort length)
    {
        Assert.Empty(Read([.. NetlinkBytes.U16(length), .. NetlinkBytes.U16(15), .. new byte[4]], out NetlinkFault fault));
        Assert.Equal(NetlinkFault.Truncated, fault);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Padding_after_the_last_attribute_is_no_damage(int padding)
    {
        Assert.Equal([(15, "01020304")], Read([.. NetlinkBytes.Attribute(15, 1, 2, 3, 4), .. new byte[padding]], out NetlinkFault fault));
        Assert.Equal(NetlinkFault.None, fault);
    }

    [Fact]
    public void A_value_too_short_for_its_type_reads_as_nothing()
    {
        AttributeReader reader = new(NetlinkBytes.Attribute(15, 1, 2, 3));

        Assert.True(reader.TryRead());
        Assert.False(reader.TryUInt32(out uint word));
        Assert.False(reader.TryUInt64(out ulong longWord));
        Assert.False(reader.TryStruct(out Guid structure));
        Assert.Equal((0u, 0ul, Guid.Empty), (word, longWord, structure));
    }

    [Fact]
    public void An_empty_value_has_no_byte()
    {
        AttributeReader reader = new(NetlinkBytes.Attribute(8));

        Assert.True(reader.TryRead());
        Assert.False(reader.TryByte(out byte value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void A_value_longer_than_its_type_gives_its_start()
    {
        AttributeReader reader = new(NetlinkBytes.Attribute(15, [.. NetlinkBytes.U32(0x12345678), 9, 9, 9, 9, 9]));

        Assert.True(reader.TryRead());
        Assert.True(reader.TryUInt32(out uint word));
        Assert.Equal(0x12345678u, word);
    }

    [Fact]
    public void Any_bytes_end_after_as_many_attributes_as_headers_fit() => Gen.Byte[0, 24].Array[0, 200].Sample(
        bytes => Assert.InRange(Read(bytes, out _).Count, 0, bytes.Length / 4), iter: 5_000);

    private static List<(int Type, string Value)> Read(byte[] bytes, out NetlinkFault fault)
    {
        List<(int, string)> attributes = [];
        AttributeReader reader = new(bytes);
        while (reader.TryRead()) attributes.Add((reader.Type, Convert.ToHexString(reader.Value)));
        fault = reader.Fault;
        return attributes;
    }
}
