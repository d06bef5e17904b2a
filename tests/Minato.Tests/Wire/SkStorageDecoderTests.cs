using System;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class SkStorageDecoderTests
{
    // Two nests, each a map's number and value; the type of a nest has the flag that says so.
    private static readonly byte[] Two =
    [
        .. NetlinkBytes.Attribute(0x8001, [.. NetlinkBytes.Attribute(2, NetlinkBytes.U32(25)), .. NetlinkBytes.Attribute(3, 1, 2, 3)]),
        .. NetlinkBytes.Attribute(0x8001, [.. NetlinkBytes.Attribute(2, NetlinkBytes.U32(26)), .. NetlinkBytes.Attribute(3, 4, 5)]),
    ];

    [Fact]
    public void Each_maps_value_is_read()
    {
        SocketDetails details = new();
        Assert.True(SkStorageDecoder.TryDecode(Two, details));

        Assert.Equal([(25u, 0, 3), (26u, 3, 2)], Array.ConvertAll(details.StoragePart.Span.ToArray(), value => (value.Map, value.Start, value.Length)));
        Assert.Equal([1, 2, 3, 4, 5], details.StorageBytes.Span.ToArray());
        Assert.True(details.Has(DetailParts.Storage));
    }

    [Fact]
    public void What_the_socket_before_had_is_gone()
    {
        SocketDetails details = new();
        Assert.True(SkStorageDecoder.TryDecode(Two, details));
        Assert.True(SkStorageDecoder.TryDecode([], details));

        Assert.True(details.StoragePart.Span.IsEmpty);
    }

    [Fact]
    public void An_attribute_cut_anywhere_is_damage_or_fewer_maps()
    {
        for (int length = 0; length < Two.Length; length++)
        {
            SocketDetails details = new();
            if (SkStorageDecoder.TryDecode(Two.AsSpan(0, length), details)) Assert.True(details.StoragePart.Span.Length < 2);
        }
    }
}
