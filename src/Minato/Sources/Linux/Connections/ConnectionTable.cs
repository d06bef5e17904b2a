using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;
using Minato.Interop.Linux.Libc;
using Minato.KernelPrograms;

namespace Minato.Sources.Linux.Connections;

/// <summary>
/// The kernel's table of TCP connections, read by a program of Minato's own in the kernel. All that it makes there hangs on two
/// descriptors and a mapping, and ends with them, also when the process is killed.
/// </summary>
internal sealed unsafe class ConnectionTable : IConnectionTable, IDisposable
{
    private readonly SafeFd _program;
    private readonly SafeFd _map;
    private readonly byte* _windows;

    private ConnectionTable(SafeFd program, SafeFd map, byte* windows)
    {
        _program = program;
        _map = map;
        _windows = windows;
    }

    /// <summary>How many threads may read at the same time.</summary>
    public const int Windows = 2;

    private static ReadOnlySpan<byte> Name => "minato_tcp"u8;

    /// <summary>Opens the table of this machine. Null when it is open, or why it is not.</summary>
    public static string? OpenHere(out IConnectionTable? table)
    {
        table = null;

        // Only where loads come in the order of the program does a socket's second look tell that the first was whole.
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64) return "not on this architecture";
        Span<int> answers = stackalloc int[ConnectionLayout.Count];
        if (KernelTypes.OfThisMachine().Answer(ConnectionLayout.Question, answers) is { } missing) return missing;
        if (!ConnectionLayout.TryRead(answers, out ConnectionLayout layout)) return "this kernel's sockets are laid out in another way";
        string? refusal = Open(layout, out ConnectionTable? opened);
        table = opened;
        return refusal;
    }

    /// <summary>Loads the program. Null when that was done, or why it was not.</summary>
    public static string? Open(in ConnectionLayout layout, out ConnectionTable? table)
    {
        table = null;
        BpfMapCreate create = new()
        {
            map_type = BpfConstants.BPF_MAP_TYPE_ARRAY,
            key_size = sizeof(uint),
            value_size = ConnectionWindow.Size,
            max_entries = Windows,
            map_flags = BpfConstants.BPF_F_MMAPABLE,
        };
        int result = BpfCommand.Call(BpfConstants.BPF_MAP_CREATE, ref create);
        if (result < 0) return "a BPF map: " + ErrnoText.Of(-result);
        SafeFd map = new(result);
        int errno = MMap.CallShared(map, Windows * ConnectionWindow.Size, out byte* windows);
        if (errno != 0)
        {
            map.Dispose();
            return "a BPF map's memory: " + ErrnoText.Of(errno);
        }

        BpfInsn[] code = new ConnectionProgram(layout).Assemble(result);
        errno = KernelProgram.LoadCalled(Name, code, out SafeFd program);
        table = new ConnectionTable(program, map, windows);
        if (errno == 0) return null;
        string refusal = KernelProgram.ExplainRefusal(Name, code);
        table.Dispose();
        table = null;
        return "the BPF program was refused: " + ErrnoText.Of(errno) + (refusal.Length == 0 ? "" : "\n" + refusal);
    }

    public ConnectionWindow Window(int number) => new(_windows + number * ConnectionWindow.Size, number);

    /// <summary>Runs the program once over what the window's head asks. 0, or an error number.</summary>
    public int Run(ConnectionWindow window)
    {
        uint number = (uint)window.Number;
        BpfProgramRun run = new() { prog_fd = (uint)_program.DangerousGetHandle(), ctx_in = (ulong)&number, ctx_size_in = sizeof(uint) };
        int result = BpfCommand.Call(BpfConstants.BPF_PROG_TEST_RUN, ref run);
        return result < 0 ? -result : run.retval == 1 ? 0 : Errno.EIO;
    }

    public void Dispose()
    {
        _program.Dispose();
        _map.Dispose();
        _ = MUnmap.Call(_windows, Windows * ConnectionWindow.Size);
    }
}
