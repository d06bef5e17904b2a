using System;
using System.Runtime.InteropServices;
using Minato.KernelPrograms;

namespace Minato.Sources.Linux.Connections;

/// <summary>The kernel's table of TCP connections, read by a program of Minato's own in the kernel.</summary>
internal sealed unsafe class ConnectionTable : IConnectionTable, IDisposable
{
    private readonly CalledProgram _program;

    private ConnectionTable(CalledProgram program) => _program = program;

    private static ReadOnlySpan<byte> Name => "minato_tcp"u8;

    /// <summary>Opens the table of this machine. Null when it is open, or why it is not.</summary>
    public static string? OpenHere(bool explains, out IConnectionTable? table)
    {
        table = null;

        // Only where loads come in the order of the program does a socket's second look tell that the first was whole.
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64) return "not on this architecture";
        Span<int> answers = stackalloc int[ConnectionLayout.Count];
        if (KernelTypes.OfThisMachine().Answer(ConnectionLayout.Question, answers) is { } missing) return missing;
        if (!ConnectionLayout.TryRead(answers, out ConnectionLayout layout)) return "this kernel's sockets are laid out in another way";
        string? refusal = Open(layout, explains, out ConnectionTable? opened);
        table = opened;
        return refusal;
    }

    /// <summary>Loads the program. Null when that was done, or why it was not.</summary>
    public static string? Open(in ConnectionLayout layout, bool explains, out ConnectionTable? table)
    {
        string? refusal = CalledProgram.Load(Name, ConnectionWindow.Size, new ConnectionProgram(layout).Assemble, explains, out CalledProgram? program);
        table = program is null ? null : new ConnectionTable(program);
        return refusal;
    }

    public ConnectionWindow Window(int number) => new(_program.Window(number), number);

    /// <summary>Runs the program once over what the window's head asks. 0, or an error number.</summary>
    public int Run(ConnectionWindow window) => _program.Run(window.Number);

    public void Dispose() => _program.Dispose();
}
