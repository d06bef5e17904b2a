using Minato.Interop.Linux.Bpf;
using Minato.Wire.Bpf;
using static Minato.Wire.Bpf.BpfRegister;

namespace Minato.KernelPrograms;

/// <summary>What the code of every called program has (<see cref="CalledProgram"/>).</summary>
internal static class CalledCode
{
    /// <summary>R6 = the window whose number is the program's context; where there is none the program ends with 0.</summary>
    /// <param name="code">The program.</param>
    /// <param name="windows">The descriptor of the array of windows.</param>
    /// <param name="key">Four bytes on the stack.</param>
    public static void FindWindow(this BpfAssembler code, int windows, int key)
    {
        BpfLabel found = code.NewLabel();
        code.Load(BpfWidth.Bits32, R1, R1, 0);
        code.Store(BpfWidth.Bits32, Frame, key, R1);
        code.LoadMap(R1, windows);
        code.Move(R2, Frame);
        code.Compute(BpfOperation.Add, R2, key);
        code.CallHelper(BpfFunction.BPF_FUNC_map_lookup_elem);
        code.JumpIf(BpfTest.NotEqual, R0, 0, found);
        code.Exit();
        code.Place(found);
        code.Move(R6, R0);
    }

    /// <summary>R0 = the address in R1 as a pointer to the type. Free: the verifier takes the call out.</summary>
    /// <param name="code">The program.</param>
    /// <param name="function">The number of the kernel's <c>bpf_rdonly_cast</c>.</param>
    /// <param name="type">The number of the type.</param>
    public static void Cast(this BpfAssembler code, int function, int type)
    {
        code.Move(R2, type);
        code.CallKernel(function);
    }
}
