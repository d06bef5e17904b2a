using System;
using System.Runtime.InteropServices;
using Minato.KernelPrograms;

namespace Minato.Attribution.Descriptors;

/// <summary>The kernel's tables of descriptors, read by a program of Minato's own in the kernel.</summary>
internal sealed unsafe class DescriptorTable : IDisposable
{
    private readonly CalledProgram _program;

    private DescriptorTable(CalledProgram program) => _program = program;

    private static ReadOnlySpan<byte> Name => "minato_fds"u8;

    /// <summary>Loads the program. Null when that was done, or why it was not.</summary>
    /// <param name="types">The kernel's types.</param>
    /// <param name="explains">Whether the verifier is to explain a refusal, below the reason.</param>
    /// <param name="table">The table, when it is open.</param>
    public static string? Open(KernelTypes types, bool explains, out DescriptorTable? table)
    {
        table = null;

        // Only where loads come in the order of the program does the second look tell that the first was whole.
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64) return "not on this architecture";
        Span<int> answers = stackalloc int[DescriptorLayout.Count];
        if (types.Answer(DescriptorLayout.Question, answers) is { } missing) return missing;
        if (!DescriptorLayout.TryRead(answers, out DescriptorLayout layout)) return "this kernel lacks what the program calls";
        string? refusal = CalledProgram.Load(Name, DescriptorWindow.Bytes, new DescriptorProgram(layout).Assemble, explains, out CalledProgram? program);
        if (program is not null) table = new DescriptorTable(program);
        return refusal;
    }

    public DescriptorWindow Window(int number) => new(_program.Window(number), number);

    /// <summary>Runs the program once over what the window's head asks. 0, or an error number.</summary>
    public int Run(DescriptorWindow window) => _program.Run(window.Number);

    public void Dispose() => _program.Dispose();
}
