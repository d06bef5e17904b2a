using System;
using System.Text;
using CsCheck;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>Questions about types, on BTF put together by hand.</summary>
public sealed class KernelBtfTests
{
    private const int Int = 1;
    private const int Pointer = 2;
    private const int Struct = 4;
    private const int Union = 5;
    private const int Function = 12;
    private const int Prototype = 13;

    [Fact]
    public void A_function_is_found_by_name() => Assert.Equal([5], Answer("func walk", Sample()));

    [Fact]
    public void A_type_of_another_kind_does_not_answer_for_a_function() => Assert.Equal([-1], Answer("func task", Sample()));

    [Fact]
    public void Members_are_found_in_bits_in_the_order_asked() => Assert.Equal([64, 0], Answer("struct task pid state", Sample()));

    [Fact]
    public void A_member_that_is_not_there_has_no_place() => Assert.Equal([64, -1, 0], Answer("struct task pid tgid state", Sample()));

    [Fact]
    public void A_struct_that_is_not_there_leaves_the_other_answers() => Assert.Equal([-1, -1, 5], Answer("struct none a b\nfunc walk", Sample()));

    [Fact]
    public void A_name_that_is_the_end_of_another_is_not_meant() => Assert.Equal([-1], Answer("struct task id", Sample()));

    [Fact]
    public void A_name_that_is_the_start_of_another_is_not_meant() => Assert.Equal([-1], Answer("struct tas pid", Sample()));

    [Fact]
    public void The_width_of_a_bit_field_is_no_part_of_its_place()
    {
        BtfBytes types = new BtfBytes().Type("int", Int, 4, 0, false, 32);
        types.Type("flags", Struct, 8, 2, true, types.Name("first"), 1, 3 << 24, types.Name("second"), 1, 5u << 24 | 35);
        Assert.Equal([0, 35], Answer("struct flags first second", types.ToBytes()));
    }

    [Fact]
    public void Members_of_nameless_structs_and_unions_are_found_with_their_whole_place()
    {
        BtfBytes types = new BtfBytes().Type("int", Int, 4, 0, false, 32);
        types.Type("", Struct, 8, 2, false, types.Name("peer"), 1, 0, types.Name("local"), 1, 32);
        types.Type("", Union, 8, 2, false, types.Name("pair"), 1, 0, 0, 2, 0);
        types.Type("sock", Struct, 16, 2, false, types.Name("hash"), 1, 0, 0, 3, 64);
        Assert.Equal([64, 96, 64], Answer("struct sock peer local pair", types.ToBytes()));
    }

    [Fact]
    public void A_nameless_type_that_stands_behind_is_found_too()
    {
        BtfBytes types = new BtfBytes();
        types.Type("sock", Struct, 16, 1, false, 0, 3, 32);
        types.Type("int", Int, 4, 0, false, 32);
        types.Type("", Union, 8, 1, false, types.Name("pair"), 2, 0);
        Assert.Equal([32], Answer("struct sock pair", types.ToBytes()));
    }

    [Fact]
    public void Members_of_a_named_inner_struct_are_not_those_of_the_outer()
    {
        BtfBytes types = new BtfBytes().Type("int", Int, 4, 0, false, 32);
        types.Type("inner", Struct, 8, 1, false, types.Name("peer"), 1, 0);
        types.Type("outer", Struct, 16, 1, false, types.Name("in"), 2, 0);
        Assert.Equal([-1], Answer("struct outer peer", types.ToBytes()));
    }

    [Fact]
    public void Nameless_structs_that_hold_each_other_end()
    {
        BtfBytes types = new BtfBytes();
        types.Type("", Struct, 8, 3, false, 0, 2, 0, 0, 2, 8, 0, 2, 16);
        types.Type("", Struct, 8, 3, false, 0, 1, 0, 0, 1, 8, 0, 1, 16);
        types.Type("loop", Struct, 8, 2, false, 0, 1, 0, types.Name("end"), 1, 64);
        Assert.Equal([-1], Answer("struct loop nothing", types.ToBytes()));
    }

    [Fact]
    public void Types_far_apart_are_found_by_their_numbers()
    {
        BtfBytes types = new BtfBytes();
        types.Type("first", Struct, 8, 1, false, 0, 2000, 0);
        for (int i = 2; i < 2000; i++) types.Type("t" + i, Pointer, 1);
        types.Type("", Struct, 8, 2, false, types.Name("near"), 2, 0, 0, 2001, 8);
        types.Type("", Struct, 8, 1, false, types.Name("far"), 300, 16);
        Assert.Equal([24, 0], Answer("struct first far near", types.ToBytes()));
    }

    [Fact]
    public void What_is_no_BTF_gives_no_answers() => Assert.False(BtfQuestion.TryAnswer("\x7fELF"u8, "func walk"u8, new int[1]));

    [Fact]
    public void Every_cut_of_the_bytes_is_survived()
    {
        byte[] whole = Sample();
        for (int length = 0; length < whole.Length; length++) BtfQuestion.TryAnswer(whole.AsSpan(0, length), "func walk\nstruct task pid"u8, new int[2]);
    }

    [Fact]
    public void Whatever_the_bytes_are_the_question_ends() => Gen.Select(Gen.Int[0, Sample().Length - 1], Gen.Byte).Array[1, 12].Sample(changes =>
    {
        byte[] bytes = Sample();
        foreach ((int place, byte value) in changes) bytes[place] = value;
        BtfQuestion.TryAnswer(bytes, "func walk\nstruct task pid state\nstruct sock pair"u8, new int[4]);
    });

    [Fact]
    public void Every_type_of_a_random_kernel_is_found() => Gen.Int[1, 700].Select(Gen.Int[0, 700]).Sample((count, asked) =>
    {
        asked = Math.Min(asked, count - 1);
        BtfBytes types = new BtfBytes();
        for (int i = 0; i < count; i++) types.Type("f" + i, i % 3 == 0 ? Struct : Function, 0, i % 3 == 0 ? 1 : 0, false, i % 3 == 0 ? [types.Name("m" + i), 1, (uint)i * 8] : []);
        Assert.Equal([asked % 3 == 0 ? asked * 8 : asked + 1], Answer(asked % 3 == 0 ? $"struct f{asked} m{asked}" : "func f" + asked, types.ToBytes()));
    });

    [Theory]
    [InlineData("func a", 1)]
    [InlineData("struct a b", 1)]
    [InlineData("struct a b c\nfunc d\nstruct e f", 4)]
    public void Answers_are_counted(string question, int count) => Assert.Equal(count, BtfQuestion.CountAnswers(Encoding.ASCII.GetBytes(question)));

    private static byte[] Sample()
    {
        BtfBytes types = new BtfBytes().Type("int", Int, 4, 0, false, 32);
        types.Type("", Union, 8, 1, false, types.Name("pair"), 1, 0);
        types.Type("task", Struct, 16, 3, false, types.Name("state"), 1, 0, types.Name("pid"), 1, 64, 0, 2, 96);
        types.Type("", Prototype, 0, 1, false, types.Name("argument"), 1);
        return types.Type("walk", Function, 4).Type("task", Pointer, 3).ToBytes();
    }

    private static int[] Answer(string question, byte[] btf)
    {
        byte[] text = Encoding.ASCII.GetBytes(question);
        int[] answers = new int[BtfQuestion.CountAnswers(text)];
        Assert.True(BtfQuestion.TryAnswer(btf, text, answers));
        return answers;
    }
}
