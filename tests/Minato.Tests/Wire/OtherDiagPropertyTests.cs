using System;
using System.Linq;
using CsCheck;
using Minato.Model;

namespace Minato.Tests.Wire;

/// <summary>Kernels send shorter and longer answers than this version knows, and damaged ones end no reading.</summary>
public sealed class OtherDiagPropertyTests
{
    private static readonly Gen<byte[]> Unknown =
        Gen.Select(Gen.UShort[100, 0x3FFF], Gen.Byte.Array[0, 40], NetlinkBytes.Attribute).Array[0, 4].Select(static many => many.SelectMany(bytes => bytes).ToArray());

    public static TheoryData<string> Messages { get; } = [.. KernelMessages.Names];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_cut_anywhere_has_no_field_that_the_whole_one_has_not(string name)
    {
        byte[] message = KernelMessages.Of(name);
        DecodedRow whole = OtherDecoders.Decode(name);
        for (int length = 0; length < message.Length; length++)
        {
            SocketEntry row = default;
            SocketDetails details = new();
            if (!OtherDecoders.For(name)(message.AsSpan(0, length), ref row, details)) continue;
            Assert.Equal(whole.Entry.Transport, row.Transport);
            Assert.Equal(SocketFields.None, row.Known & ~whole.Entry.Known);
            Assert.Equal(DetailParts.None, details.Known & ~whole.Details.Known);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Unknown_attributes_change_nothing(string name) => Unknown.Sample(
        unknown =>
        {
            DecodedRow whole = OtherDecoders.Decode(name);
            SocketEntry row = default;
            SocketDetails details = new();
            Assert.True(OtherDecoders.For(name)([.. KernelMessages.Of(name), .. unknown], ref row, details));
            Assert.Equal(whole.Entry.Known, row.Known);
            Assert.Equal((whole.Entry.Inode, whole.Entry.LocalNumber, whole.Entry.ReceiveQueue), (row.Inode, row.LocalNumber, row.ReceiveQueue));
            Assert.Equal(whole.Details.Known, details.Known);
        }, iter: 200);

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_with_any_bytes_changed_is_a_row_or_none(string name) =>
        Gen.Select(Gen.Int[0, 4095], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                byte[] message = [.. KernelMessages.Of(name)];
                foreach ((int at, byte value) in changes) message[at % message.Length] = value;
                SocketEntry row = default;
                if (OtherDecoders.For(name)(message, ref row, new SocketDetails())) Assert.NotEqual(SocketFamily.Inet, row.Family);
            }, iter: 2_000);

    [Fact]
    public void Any_bytes_are_a_row_or_none() => Gen.Select(Gen.OneOf([.. OtherDecoders.All.Keys]), Gen.Byte.Array[0, 200]).Sample(
        (table, bytes) =>
        {
            SocketEntry row = default;
            if (OtherDecoders.For(table)(bytes, ref row, new SocketDetails())) Assert.NotEqual(SocketFamily.Inet, row.Family);
        }, iter: 10_000);

    [Theory]
    [InlineData("packet", 6)]
    [InlineData("netlink", 0)]
    [InlineData("xdp", 8)]
    [InlineData("unix", 5)]
    public void Memory_is_known_from_the_oldest_kernels_numbers_on(string name, ushort type)
    {
        int head = name == "netlink" ? 28 : 16;
        for (int length = 0; length <= 48; length++)
        {
            SocketEntry row = default;
            SocketDetails details = new();
            byte[] message = [.. KernelMessages.Of(name)[..head], .. NetlinkBytes.Attribute(type, [.. Enumerable.Repeat((byte)1, length)])];
            Assert.True(OtherDecoders.For(name)(message, ref row, details));
            Assert.Equal(length >= 28, details.Has(DetailParts.Memory));
            if (length < 28) continue;
            Assert.Equal(length >= 32, details.Memory.Backlog is not null);
            Assert.Equal(length >= 36, details.Memory.Drops is not null);
        }
    }
}
