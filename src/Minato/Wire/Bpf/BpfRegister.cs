using Minato.Interop.Linux.Bpf;

namespace Minato.Wire.Bpf;

/// <summary>
/// The registers: R0 takes results, R1 to R5 arguments (a call destroys them), R6 to R9 outlive calls, and
/// <see cref="Frame"/> is the end of the stack, never written.
/// </summary>
internal enum BpfRegister : byte
{
    R0,
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    Frame = BpfCode.BPF_REG_10,
}
