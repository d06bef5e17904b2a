using System;
using Minato.Interop.Linux.Bpf;

namespace Minato.Wire.Bpf;

/// <summary>
/// Writes a program for the kernel's eBPF machine, instruction by instruction; jumps lead to labels. What the machine has
/// no meaning for is refused here, with an exception, since it is a mistake in the program that is written: what the
/// kernel's verifier refuses beyond that depends on the kernel.
/// </summary>
internal sealed partial class BpfAssembler
{
    private const int StackSize = 512;
    private const int Unplaced = -1;
    private const short NoJump = -1;

    private BpfInsn[] _code = new BpfInsn[64];

    // The label of the jump at the same place.
    private short[] _jumps = new short[64];
    private int[] _places = [];
    private int _count;
    private int _labels;

    /// <summary>Instructions so far; one that loads 64 bits counts twice.</summary>
    public int Count => _count;

    /// <summary>A label that is yet to be placed.</summary>
    public BpfLabel NewLabel()
    {
        if (_labels == short.MaxValue) throw new InvalidOperationException("too many labels");
        if (_labels == _places.Length) Array.Resize(ref _places, Math.Max(8, _labels * 2));
        _places[_labels] = Unplaced;
        return new BpfLabel(_labels++);
    }

    /// <summary>Lets the label lead to the next instruction.</summary>
    public void Place(BpfLabel label)
    {
        if (PlaceOf(label) != Unplaced) throw new InvalidOperationException("label " + label.Number + " is placed twice");
        _places[label.Number] = _count;
    }

    /// <summary>The program.</summary>
    public BpfInsn[] Assemble()
    {
        for (int at = 0; at < _count; at++)
        {
            if (_jumps[at] == NoJump) continue;
            int target = PlaceOf(new BpfLabel(_jumps[at]));
            if (target == Unplaced) throw new InvalidOperationException("label " + _jumps[at] + " was never placed");
            int distance = target - at - 1;
            if (distance is < short.MinValue or > short.MaxValue) throw new InvalidOperationException("the jump at " + at + " leads too far: " + distance);
            _code[at].off = (short)distance;
        }

        BpfInsn[] program = _code.AsSpan(0, _count).ToArray();
        BpfFlow.Check(program);
        return program;
    }

    private int PlaceOf(BpfLabel label) =>
        (uint)label.Number < (uint)_labels ? _places[label.Number] : throw new InvalidOperationException("label " + label.Number + " is another program's");

    private void Append(int code, BpfRegister first, int second, int offset, int number, short jump = NoJump)
    {
        if (first > BpfRegister.Frame || (uint)second > (uint)BpfRegister.Frame) throw new ArgumentException("no such register", nameof(first));
        if (offset is < short.MinValue or > short.MaxValue) throw new ArgumentException("an offset has 16 bits: " + offset, nameof(offset));
        if (_count == _code.Length)
        {
            Array.Resize(ref _code, _count * 2);
            Array.Resize(ref _jumps, _count * 2);
        }

        _jumps[_count] = jump;
        _code[_count++] = new BpfInsn { code = (byte)code, registers = (byte)((int)first | second << 4), off = (short)offset, imm = number };
    }
}
