using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Bpf;
using Minato.Wire.Bpf;

namespace Minato.Tests.Wire.Bpf;

public sealed class BpfAssemblerTests
{
    [Fact]
    public void Instructions_have_the_bytes_of_the_standard()
    {
        BpfAssembler code = new();
        BpfLabel end = code.NewLabel();
        code.Load(BpfWidth.Bits64, BpfRegister.R6, BpfRegister.R1, 8);
        code.JumpIf(BpfTest.Equal, BpfRegister.R6, 0, end);
        code.Store(BpfWidth.Bits32, BpfRegister.Frame, -8, BpfRegister.R6);
        code.LoadNumber(BpfRegister.R2, 0x1122334455667788);
        code.CallHelper(BpfFunction.BPF_FUNC_seq_write);
        code.Place(end);
        code.Move(BpfRegister.R0, 0);
        code.Exit();

        Assert.Equal(
            "7916080000000000 1506040000000000 636AF8FF00000000 1802000088776655 0000000044332211 850000007F000000 B700000000000000 9500000000000000",
            Hex(code.Assemble()));
    }

    [Fact]
    public void Memory_is_read_and_written_in_every_width() => Is(
        code =>
        {
            code.Load(BpfWidth.Bits8, BpfRegister.R2, BpfRegister.R1, 1);
            code.Load(BpfWidth.Bits16, BpfRegister.R3, BpfRegister.R1, 2);
            code.Load(BpfWidth.Bits32, BpfRegister.R4, BpfRegister.R1, 4);
            code.Load(BpfWidth.Bits64, BpfRegister.R5, BpfRegister.R1, 8);
            code.Store(BpfWidth.Bits8, BpfRegister.Frame, -1, BpfRegister.R2);
            code.Store(BpfWidth.Bits16, BpfRegister.Frame, -4, BpfRegister.R3);
            code.Store(BpfWidth.Bits32, BpfRegister.Frame, -8, 7);
            code.Store(BpfWidth.Bits64, BpfRegister.Frame, -512, -1);
        },
        "r2 = *(u8 *)(r1 +1)",
        "r3 = *(u16 *)(r1 +2)",
        "r4 = *(u32 *)(r1 +4)",
        "r5 = *(u64 *)(r1 +8)",
        "*(u8 *)(r10 -1) = r2",
        "*(u16 *)(r10 -4) = r3",
        "*(u32 *)(r10 -8) = 7",
        "*(u64 *)(r10 -512) = -1");

    [Fact]
    public void Numbers_are_computed_with_registers_and_constants() => Is(
        code =>
        {
            code.Move(BpfRegister.R2, BpfRegister.Frame);
            code.Compute(BpfOperation.Add, BpfRegister.R2, -32);
            code.Compute(BpfOperation.Subtract, BpfRegister.R3, BpfRegister.R4);
            code.Compute(BpfOperation.Multiply, BpfRegister.R3, 3);
            code.Compute(BpfOperation.Divide, BpfRegister.R3, 5);
            code.Compute(BpfOperation.Or, BpfRegister.R3, 1);
            code.Compute(BpfOperation.And, BpfRegister.R3, 0xFF);
            code.Compute(BpfOperation.ShiftLeft, BpfRegister.R3, 63);
            code.Compute(BpfOperation.ShiftRight, BpfRegister.R3, 8);
            code.Compute(BpfOperation.ShiftRightSigned, BpfRegister.R3, 1);
            code.Compute(BpfOperation.Remainder, BpfRegister.R3, 10);
            code.Compute(BpfOperation.Xor, BpfRegister.R3, BpfRegister.R3);
            code.Negate(BpfRegister.R3);
            code.Compute32(BpfOperation.Move, BpfRegister.R3, BpfRegister.R3);
            code.Compute32(BpfOperation.ShiftLeft, BpfRegister.R3, 31);
        },
        "r2 = r10", "r2 += -32", "r3 -= r4", "r3 *= 3", "r3 /= 5", "r3 |= 1", "r3 &= 255", "r3 <<= 63", "r3 >>= 8", "r3 s>>= 1", "r3 %= 10", "r3 ^= r3",
        "r3 = -r3", "w3 = w3", "w3 <<= 31");

    [Fact]
    public void Every_comparison_leads_to_its_label() => Is(
        code =>
        {
            BpfLabel end = code.NewLabel();
            foreach (BpfTest test in Enum.GetValues<BpfTest>()) code.JumpIf(test, BpfRegister.R1, 5, end);
            code.JumpIf(BpfTest.SignedLess, BpfRegister.R1, BpfRegister.R2, end);
            code.JumpIf32(BpfTest.NotEqual, BpfRegister.R1, -1, end);
            code.JumpIf32(BpfTest.Less, BpfRegister.R1, BpfRegister.R2, end);
            code.Place(end);
        },
        "if r1 == 0x5 goto pc+13", "if r1 > 0x5 goto pc+12", "if r1 >= 0x5 goto pc+11", "if r1 & 0x5 goto pc+10", "if r1 != 0x5 goto pc+9", "if r1 s> 0x5 goto pc+8", "if r1 s>= 0x5 goto pc+7",
        "if r1 < 0x5 goto pc+6", "if r1 <= 0x5 goto pc+5", "if r1 s< 0x5 goto pc+4", "if r1 s<= 0x5 goto pc+3", "if r1 s< r2 goto pc+2", "if w1 != 0xffffffff goto pc+1", "if w1 < w2 goto pc+0");

    [Fact]
    public void Calls_maps_and_bounded_loops_have_their_own_source_registers() => Is(
        code =>
        {
            BpfLabel loop = code.NewLabel();
            BpfLabel end = code.NewLabel();
            code.LoadMap(BpfRegister.R1, 5);
            code.Place(loop);
            code.MayGoto(end);
            code.CallHelper(113);
            code.CallKernel(64000);
            code.JumpIf(BpfTest.NotEqual, BpfRegister.R0, 0, loop);
            code.Place(end);
        },
        "r1 = map#5", "may_goto pc+3", "call 113", "call kernel#64000", "if r0 != 0x0 goto pc-4");

    [Fact]
    public void A_long_program_keeps_its_ways()
    {
        BpfAssembler code = new();
        BpfLabel end = code.NewLabel();
        code.JumpIf(BpfTest.Equal, BpfRegister.R1, 0, end);
        for (int i = 0; i < short.MaxValue; i++) code.Move(BpfRegister.R0, i);
        code.Place(end);
        code.Exit();
        Assert.Equal(short.MaxValue, code.Assemble()[0].off);
    }

    [Fact]
    public void A_way_that_is_longer_than_an_offset_is_refused() => Refuses<InvalidOperationException>(code =>
    {
        BpfLabel end = code.NewLabel();
        code.JumpIf(BpfTest.Equal, BpfRegister.R1, 0, end);
        for (int i = 0; i <= short.MaxValue; i++) code.Move(BpfRegister.R0, i);
        code.Place(end);
    });

    [Fact]
    public void A_label_that_was_never_placed_is_refused() =>
        Refuses<InvalidOperationException>(code => code.JumpIf(BpfTest.Equal, BpfRegister.R1, 0, code.NewLabel()));

    [Fact]
    public void A_label_that_is_placed_twice_is_refused() => Refuses<InvalidOperationException>(code =>
    {
        BpfLabel label = code.NewLabel();
        code.Place(label);
        code.Place(label);
    });

    [Fact]
    public void A_label_of_another_program_is_refused() => Refuses<InvalidOperationException>(code => code.Jump(new BpfLabel(0)));

    [Fact]
    public void A_program_that_runs_over_its_end_is_refused()
    {
        BpfAssembler code = new();
        code.Move(BpfRegister.R0, 0);
        Assert.Throws<InvalidOperationException>(code.Assemble);
    }

    [Fact]
    public void A_program_of_nothing_is_refused() => Assert.Throws<InvalidOperationException>(new BpfAssembler().Assemble);

    [Fact]
    public void Code_that_no_way_leads_to_is_refused() => Refuses<InvalidOperationException>(code =>
    {
        code.Exit();
        code.Move(BpfRegister.R0, 0);
    });

    [Fact]
    public void The_frame_pointer_is_never_written() => Refuses<ArgumentException>(code => code.Move(BpfRegister.Frame, 0));

    [Fact]
    public void The_frame_pointer_is_never_loaded() => Refuses<ArgumentException>(code => code.Load(BpfWidth.Bits64, BpfRegister.Frame, BpfRegister.R1, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(-513)]
    public void The_stack_ends(int offset) => Refuses<ArgumentException>(code => code.Store(BpfWidth.Bits64, BpfRegister.Frame, offset, 0));

    [Fact]
    public void A_division_by_zero_is_refused() => Refuses<ArgumentException>(code => code.Compute(BpfOperation.Divide, BpfRegister.R1, 0));

    [Fact]
    public void A_shift_by_more_bits_than_there_are_is_refused() => Refuses<ArgumentException>(code => code.Compute32(BpfOperation.ShiftLeft, BpfRegister.R1, 32));

    [Fact]
    public void An_offset_of_more_than_16_bits_is_refused() => Refuses<ArgumentException>(code => code.Load(BpfWidth.Bits8, BpfRegister.R1, BpfRegister.R1, 40_000));

    [Fact]
    public void A_register_that_is_not_there_is_refused() => Refuses<ArgumentException>(code => code.Move((BpfRegister)11, 0));

    private static void Refuses<T>(Action<BpfAssembler> write)
        where T : Exception => Assert.Throws<T>(() => Program(write));

    private static void Is(Action<BpfAssembler> write, params string[] lines) => Assert.Equal([.. lines, "exit"], BpfDisassembler.Text(Program(write)));

    private static BpfInsn[] Program(Action<BpfAssembler> write)
    {
        BpfAssembler code = new();
        write(code);
        code.Exit();
        return code.Assemble();
    }

    private static string Hex(BpfInsn[] program) =>
        string.Join(' ', Array.ConvertAll(program, static one => Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<BpfInsn>(in one)))));
}
