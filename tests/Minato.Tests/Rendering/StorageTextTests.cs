using System;
using CsCheck;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Tests.Wire;
using Minato.Wire;

namespace Minato.Tests.Rendering;

/// <summary>What BPF programs store with a socket, as ss 6.15 and 7.3 were seen to write it.</summary>
public sealed class StorageTextTests
{
    private const uint Whole = 9;

    // struct value { int first; enum color col; char text[4]; unsigned three:3, four:5; void *p; float real; struct { short a; } anon; }
    private static readonly byte[] Types = Build();

    private static readonly byte[] Value =
    [
        .. NetlinkBytes.U32(unchecked((uint)-9)), .. NetlinkBytes.U32(77), .. "hi\0x"u8, 0b11111_101, 0, 0, 0,
        .. NetlinkBytes.U64(0x1234abcd), .. BitConverter.GetBytes(1.5f), 0xD4, 0xFE, 0, 0,
    ];

    [Fact]
    public void A_value_is_written_member_by_member() => Assert.Equal(
        """
        	map_id:25 [
        		(struct value){
        			.first = (int)-9,
        			.col = (enum color)BIG,
        			.text = (char[4])[
        				'h',
        				'i',
        				'\0',
        			],
        			.three = (unsigned int)0x5,
        			.four = (unsigned int)0x1f,
        			.p = (void *)0x1234abcd,
        			.real = (float)1.500000,
        			.anon = (struct){
        				.a = (short)-300,
        			},
        		}
        	]

        """.ReplaceLineEndings("\n").TrimEnd('\n'),
        Write(SsRelease.V7_3, oneLine: false));

    [Fact]
    public void On_one_line_it_has_no_blanks_of_its_own() => Assert.Equal(
        " map_id:25(struct value){.first = (int)-9,.col = (enum color)BIG,.text = (char[4])['h','i','\\0',],.three = (unsigned int)0x5,"
        + ".four = (unsigned int)0x1f,.p = (void *)0x1234abcd,.real = (float)1.500000,.anon = (struct){.a = (short)-300,},}",
        Write(SsRelease.V7_3, oneLine: true));

    [Fact]
    public void The_older_release_leaves_the_end_of_characters_out() =>
        Assert.Contains(".text = (char[4])['h','i',],", Write(SsRelease.V6_15, oneLine: true), StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_no_word_of_its_enum_stays_a_number()
    {
        byte[] value = [.. Value];
        value[4] = 3;

        Assert.Contains(".col = (enum color)3,", Write(SsRelease.V7_3, oneLine: true, value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "(nil)")]
    [InlineData(4, "0x0")]
    public void A_null_pointer_is_written_by_where_it_lay(int skew, string text)
    {
        byte[] value = [.. Value];
        value.AsSpan(16, 8).Clear();

        Assert.Contains(".p = (void *)" + text + ",", Write(SsRelease.V7_3, oneLine: true, value, skew: skew), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_without_types_shows_its_bytes()
    {
        SampleNames names = new();
        names.StoredTypes[25] = new StoredType(3, Type: null);

        Assert.Equal(" map_id:250x01ff00", Write(SsRelease.V7_3, oneLine: true, [1, 255, 0], names));
    }

    [Fact]
    public void Only_the_maps_that_were_asked_are_shown() => Assert.Equal("", Write(SsRelease.V7_3, oneLine: true, maps: [24]));

    [Fact]
    public void Damaged_types_are_none()
    {
        for (int length = 0; length < Types.Length; length++) Assert.Null(BtfReader.Read(Types.AsSpan(0, length), Whole));
        Assert.Null(BtfReader.Read(Types, 0));
        Assert.Null(BtfReader.Read(Types, 99));
    }

    [Fact]
    public void Types_with_any_bytes_changed_are_written_or_none() =>
        Gen.Select(Gen.Select(Gen.Int[24, Types.Length - 1], Gen.Byte).Array[1, 5], Gen.Byte.Array[32]).Sample((changes, value) =>
        {
            byte[] types = [.. Types];
            foreach ((int at, byte with) in changes) types[at] = with;
            if (BtfReader.Read(types, Whole) is not { } type) return;
            SampleNames names = new();
            names.StoredTypes[25] = new StoredType(value.Length, type);
            Assert.NotEmpty(Write(SsRelease.V7_3, oneLine: true, value, names));
        }, iter: 10_000);

    private static byte[] Build()
    {
        BtfBytes btf = new();
        uint[] members =
        [
            btf.Name("first"), 1, 0, btf.Name("col"), 2, 32, btf.Name("text"), 4, 64, btf.Name("three"), 5, 3u << 24 | 96, btf.Name("four"), 5, 5u << 24 | 99,
            btf.Name("p"), 6, 128, btf.Name("real"), 7, 192, btf.Name("anon"), 10, 224,
        ];
        return btf
            .Type("int", 1, 4, words: 1u << 24 | 32)
            .Type("color", 6, 4, count: 2, words: [btf.Name("RED"), 1, btf.Name("BIG"), 77])
            .Type("char", 1, 1, words: 1u << 24 | 8)
            .Type("", 3, 0, words: [3, 1, 4])
            .Type("unsigned int", 1, 4, words: 32)
            .Type("", 2, 0)
            .Type("float", 16, 4)
            .Type("short", 1, 2, words: 1u << 24 | 16)
            .Type("value", 4, 32, count: 8, flag: true, words: members)
            .Type("", 4, 2, count: 1, words: [btf.Name("a"), 8, 0])
            .ToBytes();
    }

    private static string Write(SsRelease release, bool oneLine, byte[]? value = null, SampleNames? names = null, uint[]? maps = null, int skew = 0)
    {
        if (names is null)
        {
            names = new SampleNames();
            names.StoredTypes[25] = new StoredType(Value.Length, BtfReader.Read(Types, Whole));
        }

        SocketDetails details = new();
        details.AddStorage(25, value ?? Value, skew);
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        SsColumns columns = new() { Release = release, OneLine = oneLine, StorageMaps = maps };
        ExtraFields fields = new(sink, columns);
        fields.Begin(owed: 0);
        new StorageText(fields, columns, names).Append(details);
        sink.Flush();
        return output.Text.TrimStart('\n');
    }
}
