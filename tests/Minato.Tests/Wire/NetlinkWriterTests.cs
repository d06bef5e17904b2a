using System;
using CsCheck;
using Minato.Interop.Linux.SockDiag;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class NetlinkWriterTests
{
    private static readonly Gen<(ushort Type, byte[] Value)[]> Attributes = Gen.Select(Gen.UShort[0, 0x3FFF], Gen.Byte.Array[0, 40]).Array[0, 6];

    [Fact]
    public void What_is_written_is_what_is_read() => Gen.Select(Gen.UShort, Gen.UInt, Gen.ULong, Attributes).Sample((type, sequence, fixedPart, attributes) =>
    {
        NetlinkWriter writer = new(new byte[512], type, 0x301, sequence);
        writer.Append(fixedPart);
        foreach ((ushort attributeType, byte[] value) in attributes) writer.AppendAttribute(attributeType, value);

        NetlinkReader messages = new(writer.Message);
        Assert.True(messages.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload));
        Assert.Equal((type, (ushort)0x301, sequence), (header.nlmsg_type, header.nlmsg_flags, header.nlmsg_seq));
        Assert.Equal(fixedPart, BitConverter.ToUInt64(payload));
        AttributeReader reader = new(payload[8..]);
        foreach ((ushort attributeType, byte[] value) in attributes)
        {
            Assert.True(reader.TryRead());
            Assert.Equal(attributeType, reader.Type);
            Assert.Equal(value, reader.Value.ToArray());
        }

        Assert.False(reader.TryRead());
        Assert.Equal(NetlinkFault.None, reader.Fault);
        Assert.False(messages.TryRead(out _, out _));
        Assert.Equal(NetlinkFault.None, messages.Fault);
    });

    [Fact]
    public void Padding_is_zero_whatever_the_buffer_held()
    {
        byte[] buffer = new byte[64];
        buffer.AsSpan().Fill(0xEE);
        NetlinkWriter writer = new(buffer, 20, 0, 1);
        writer.AppendAttribute(5, [7]);

        Assert.Equal(NetlinkBytes.Message(20, 1, NetlinkBytes.Attribute(5, 7), flags: 0), writer.Message.ToArray());
    }
}
