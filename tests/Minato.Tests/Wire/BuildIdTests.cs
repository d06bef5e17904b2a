using System;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class BuildIdTests
{
    private static readonly byte[] Id = [1, 2, 3, 4, 5];

    [Fact]
    public void The_id_is_found_behind_other_notes() => Assert.Equal(Id, BuildId.Find([.. Note("Xen\0", 3, [9]), .. Note("Linux\0", 257, [7, 7]), .. Note("GNU\0", 3, Id)]).ToArray());

    [Fact]
    public void Another_note_of_the_same_name_is_not_it() => Assert.Equal(Id, BuildId.Find([.. Note("GNU\0", 1, [9, 9, 9, 9]), .. Note("GNU\0", 3, Id)]).ToArray());

    [Fact]
    public void A_note_that_is_cut_gives_none()
    {
        byte[] whole = Note("GNU\0", 3, Id);
        for (int length = 0; length < 12 + 4 + Id.Length; length++) Assert.True(BuildId.Find(whole.AsSpan(0, length)).IsEmpty);
    }

    [Fact]
    public void A_length_beyond_all_bounds_gives_none() => Assert.True(BuildId.Find([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 3, 0, 0, 0, 0, 0, 0, 0]).IsEmpty);

    private static byte[] Note(string name, uint type, byte[] description) =>
    [
        .. NetlinkBytes.U32((uint)name.Length), .. NetlinkBytes.U32((uint)description.Length), .. NetlinkBytes.U32(type),
        .. Padded(System.Text.Encoding.ASCII.GetBytes(name)), .. Padded(description),
    ];

    private static byte[] Padded(byte[] bytes) => [.. bytes, .. new byte[-bytes.Length & 3]];
}
