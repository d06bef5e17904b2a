using System;
using System.Collections.Generic;
using CsCheck;
using Minato.Interop.Linux.SockDiag;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class NetlinkReaderTests
{
    [Fact]
    public void Messages_follow_each_other_on_four_byte_boundaries()
    {
        byte[] datagram = [.. NetlinkBytes.Message(20, 7, [1, 2, 3, 4, 5]), .. NetlinkBytes.Message(3, 8, [6])];

        Assert.Equal([(20, 7u, "0102030405"), (3, 8u, "06")], Read(datagram, out NetlinkFault fault));
        Assert.Equal(NetlinkFault.None, fault);
    }

    [Fact]
    public void The_last_message_needs_no_padding()
    {
        byte[] message = NetlinkBytes.Message(20, 7, [1]);

        Assert.Equal([(20, 7u, "01")], Read(message[..17], out NetlinkFault fault));
        Assert.Equal(NetlinkFault.None, fault);
    }

    [Fact]
    public void Nothing_is_read_from_an_empty_datagram()
    {
        Assert.Empty(Read([], out NetlinkFault fault));
        Assert.Equal(NetlinkFault.None, fault);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    public void A_length_below_the_headers_own_ends_the_walk(uint length)
    {
        byte[] datagram = [.. NetlinkBytes.Message(20, 7, [1]), .. NetlinkBytes.U32(length), .. new byte[60]];

        Assert.Equal([(20, 7u, "01")], Read(datagram, out NetlinkFault fault));
        Assert.Equal(NetlinkFault.BadLength, fault);
    }

    [Theory]
    [InlineData(77u)]
    [InlineData(0x7FFFFFFFu)]
    [InlineData(0x80000000u)]
    [InlineData(0xFFFFFFFFu)]
    public void A_length_beyond_the_datagram_ends_the_walk(uint length)
    {
        Assert.Empty(Read([.. NetlinkBytes.U32(length), .. new byte[72]], out NetlinkFault fault));
        Assert.Equal(NetlinkFault.Truncated, fault);
    }

    [Fact]
    public void A_message_cut_anywhere_is_told_and_not_read()
    {
        byte[] message = NetlinkBytes.Message(20, 7, [1, 2, 3, 4, 5, 6, 7, 8]);
        for (int length = 1; length < message.Length; length++)
        {
            Assert.Empty(Read(message[..length], out NetlinkFault fault));
            Assert.Equal(NetlinkFault.Truncated, fault);
        }
    }

    [Fact]
    public void Any_bytes_end_after_as_many_messages_as_headers_fit() => Gen.Byte[0, 40].Array[0, 200].Sample(
        datagram => Assert.InRange(Read(datagram, out _).Count, 0, datagram.Length / 16), iter: 5_000);

    [Theory]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xFF, 0xFF }, -2)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xFF, 0xFF, 9, 9 }, -2)]
    [InlineData(new byte[] { 0, 0, 0, 0 }, 0)]
    [InlineData(new byte[] { 5, 0, 0, 0 }, 0)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xFF }, 0)]
    [InlineData(new byte[0], 0)]
    public void An_error_is_a_negative_number_and_everything_else_an_acknowledgement(byte[] payload, int error) =>
        Assert.Equal(error, NetlinkError.Read(payload));

    private static List<(int Type, uint Sequence, string Payload)> Read(byte[] datagram, out NetlinkFault fault)
    {
        List<(int, uint, string)> messages = [];
        NetlinkReader reader = new(datagram);
        while (reader.TryRead(out NlMsgHdr header, out ReadOnlySpan<byte> payload))
            messages.Add((header.nlmsg_type, header.nlmsg_seq, Convert.ToHexString(payload)));

        fault = reader.Fault;
        return messages;
    }
}
