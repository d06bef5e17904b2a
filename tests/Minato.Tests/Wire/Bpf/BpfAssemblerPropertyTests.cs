using System.Collections.Generic;
using CsCheck;
using Minato.Interop.Linux.Bpf;
using Minato.Wire.Bpf;

namespace Minato.Tests.Wire.Bpf;

public sealed class BpfAssemblerPropertyTests
{
    // One step of a program: what is written, and which label a jump of it leads to.
    private static readonly Gen<(int Kind, int Label, int Number)[]> Steps = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 7], Gen.Int).Array[1, 200];

    [Fact]
    public void Every_jump_leads_to_its_label() => Steps.Select(Gen.Int[0, 199].Array[8]).Sample((steps, places) =>
    {
        BpfAssembler code = new();
        BpfLabel[] labels = new BpfLabel[8];
        int[] starts = new int[8];
        List<(int At, int Label)> jumps = [];
        for (int i = 0; i < 8; i++) labels[i] = code.NewLabel();
        for (int i = 0; i <= steps.Length; i++)
        {
            for (int label = 0; label < 8; label++)
            {
                if (System.Math.Min(places[label], steps.Length) != i) continue;
                starts[label] = code.Count;
                code.Place(labels[label]);
            }

            if (i == steps.Length) break;
            (int kind, int to, int number) = steps[i];
            if (kind < 4) jumps.Add((code.Count, to));
            if (kind == 0) code.JumpIf(BpfTest.AnyBit, BpfRegister.R1, number, labels[to]);
            else if (kind == 1) code.JumpIf(BpfTest.Less, BpfRegister.R1, BpfRegister.R2, labels[to]);
            else if (kind == 2) code.JumpIf32(BpfTest.SignedGreater, BpfRegister.R3, number, labels[to]);
            else if (kind == 3) code.MayGoto(labels[to]);
            else if (kind == 4) code.LoadNumber(BpfRegister.R1, (ulong)number * 0x100000001);
            else code.Compute(BpfOperation.Xor, BpfRegister.R2, number);
        }

        code.Exit();
        BpfInsn[] program = code.Assemble();
        foreach ((int at, int label) in jumps) Assert.Equal(starts[label], at + 1 + program[at].off);
        Assert.Equal(code.Count, program.Length);
    });

    [Fact]
    public void A_number_of_64_bits_is_two_halves() => Gen.ULong.Sample(number =>
    {
        BpfAssembler code = new();
        code.LoadNumber(BpfRegister.R0, number);
        code.Exit();
        Assert.Equal([$"r0 = 0x{number:x}", "exit"], BpfDisassembler.Text(code.Assemble()));
    });
}
