using System;
using System.Linq;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>Kernels send shorter and longer attributes than this version knows: what is not there is not known, and never 0.</summary>
public sealed class DiagLengthTests
{
    private const SocketFields AlwaysOfInet =
        SocketFields.Backlog | SocketFields.Cookie | SocketFields.Interface | SocketFields.Timer | SocketFields.User;

    private static readonly Gen<byte[]> AnyAttributes = Gen
        .Select(Gen.UShort[0, 24], Gen.Byte.Array[0, 24], NetlinkBytes.Attribute)
        .Array[0, 5].Select(static attributes => attributes.SelectMany(bytes => bytes).ToArray());

    private static readonly Gen<byte[]> InetMessages =
        Gen.Select(Gen.OneOf<byte>(2, 10), Gen.Byte[0, 14], Gen.Byte.Array[70], AnyAttributes, static (family, state, rest, attributes) =>
            (byte[])[family, state, .. rest, .. attributes]);

    private static readonly Gen<byte[]> UnixMessages =
        Gen.Select(Gen.OneOf<byte>(1, 2, 5), Gen.Byte.Array[14], AnyAttributes, static (type, rest, attributes) =>
            (byte[])[1, type, .. rest, .. attributes]);

    public static TheoryData<ushort, int, SocketFields> InetAttributes => new()
    {
        { 8, 1, SocketFields.Shutdown },
        { 11, 1, SocketFields.V6Only },
        { 15, 4, SocketFields.Mark },
        { 21, 8, SocketFields.Cgroup },
    };

    public static TheoryData<ushort, int, SocketFields> UnixAttributes => new()
    {
        { 1, 8, SocketFields.UnixFile },
        { 4, 8, SocketFields.UnixQueues | SocketFields.Backlog },
        { 6, 1, SocketFields.Shutdown },
        { 7, 4, SocketFields.User },
    };

    [Theory]
    [MemberData(nameof(InetAttributes))]
    public void An_internet_attribute_is_known_from_its_full_length_on(ushort type, int size, SocketFields field)
    {
        for (int length = 0; length <= size + 16; length++)
        {
            SocketEntry row = default;
            byte[] message = DiagBytes.Inet(22, 1, 10, 10, NetlinkBytes.Attribute(type, Ones(length)));
            Assert.True(InetDiagDecoder.TryDecode(message, Transport.Tcp, SocketFields.Mark, 0, ref row));
            Assert.Equal(length < size ? AlwaysOfInet : AlwaysOfInet | field, row.Known);
            Assert.Equal(length >= size, (row.Shutdown | row.Mark | row.CgroupId) != 0 || row.V6Only);
        }
    }

    [Theory]
    [MemberData(nameof(UnixAttributes))]
    public void A_unix_attribute_is_known_from_its_full_length_on(ushort type, int size, SocketFields field)
    {
        for (int length = 0; length <= size + 16; length++)
        {
            SocketEntry row = default;
            byte[] message = DiagBytes.Unix(1, 1, 10, NetlinkBytes.Attribute(type, Ones(length)));
            Assert.True(UnixDiagDecoder.TryDecode(message, SocketFields.None, 0, ref row, null, out _, out _));
            Assert.Equal(length < size ? SocketFields.Cookie : SocketFields.Cookie | field, row.Known);
            Assert.Equal(length >= size, (row.UnixFileInode | row.SendQueue | row.Shutdown | row.Uid) != 0);
        }
    }

    [Fact]
    public void A_cut_internet_message_has_no_field_that_the_whole_one_has_not() => InetMessages.Sample(message =>
    {
        SocketEntry whole = default;
        Assert.True(InetDiagDecoder.TryDecode(message, Transport.Tcp, SocketFields.Mark, 0, ref whole));
        for (int length = 0; length < message.Length; length++)
        {
            SocketEntry cut = default;
            if (!InetDiagDecoder.TryDecode(message.AsSpan(0, length), Transport.Tcp, SocketFields.Mark, 0, ref cut)) continue;
            Assert.InRange(length, 72, message.Length);
            Assert.Equal(SocketFields.None, cut.Known & ~whole.Known);
            Assert.Equal(whole.Local, cut.Local);
        }
    });

    [Fact]
    public void A_cut_unix_message_has_no_field_that_the_whole_one_has_not() => UnixMessages.Sample(message =>
    {
        SocketEntry whole = default;
        Assert.True(UnixDiagDecoder.TryDecode(message, SocketFields.None, 0, ref whole, null, out _, out _));
        for (int length = 0; length < message.Length; length++)
        {
            SocketEntry cut = default;
            if (!UnixDiagDecoder.TryDecode(message.AsSpan(0, length), SocketFields.None, 0, ref cut, null, out _, out _)) continue;
            Assert.InRange(length, 16, message.Length);
            Assert.Equal(SocketFields.None, cut.Known & ~whole.Known);
            Assert.Equal(whole.Inode, cut.Inode);
        }
    });

    [Fact]
    public void Sixteen_zeros_after_a_message_are_damage_and_no_fields() => Gen.Select(InetMessages, UnixMessages).Sample((inet, unix) =>
    {
        SocketEntry row = default;
        Assert.False(InetDiagDecoder.TryDecode([.. inet, .. new byte[16]], Transport.Tcp, SocketFields.Mark, 0, ref row));
        Assert.False(UnixDiagDecoder.TryDecode([.. unix, .. new byte[16]], SocketFields.None, 0, ref row, null, out _, out _));
    });

    [Fact]
    public void Any_bytes_are_a_row_or_none() => Gen.Byte.Array[0, 160].Sample(
        bytes =>
        {
            SocketEntry row = default;
            if (InetDiagDecoder.TryDecode(bytes, Transport.Udp, SocketFields.Mark, 0, ref row)) Assert.Equal(Transport.Udp, row.Transport);
            if (UnixDiagDecoder.TryDecode(bytes, SocketFields.None, 0, ref row, null, out ReadOnlySpan<byte> path, out _)) Assert.InRange(path.Length, 0, bytes.Length);
        }, iter: 10_000);

    private static byte[] Ones(int length) => [.. Enumerable.Repeat((byte)1, length)];
}
