using System;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;
using Minato.Interop.Linux.Libc;

namespace Minato.KernelPrograms;

/// <summary>
/// A program that runs when this process calls it, and the windows of memory that both share. All that it makes in the kernel
/// hangs on two descriptors and a mapping, and ends with them, also when the process is killed.
/// </summary>
internal sealed unsafe class CalledProgram : IDisposable
{
    /// <summary>How many threads may call it at the same time, each with a window of its own.</summary>
    public const int Windows = 2;

    private readonly SafeFd _program;
    private readonly SafeFd _map;
    private readonly byte* _windows;
    private readonly int _windowSize;

    private CalledProgram(SafeFd program, SafeFd map, byte* windows, int windowSize)
    {
        _program = program;
        _map = map;
        _windows = windows;
        _windowSize = windowSize;
    }

    /// <summary>Loads a program. Null when that was done, or why it was not.</summary>
    /// <param name="name">What bpftool shows it as, at most 15 bytes.</param>
    /// <param name="windowSize">Bytes of a window: whole pages.</param>
    /// <param name="assemble">Gives the code for an array of windows behind an open descriptor.</param>
    /// <param name="explains">Whether the verifier is to explain a refusal, below the reason.</param>
    /// <param name="program">The program, when it is loaded.</param>
    public static string? Load(ReadOnlySpan<byte> name, int windowSize, Func<int, BpfInsn[]> assemble, bool explains, out CalledProgram? program)
    {
        program = null;
        BpfMapCreate create = new()
        {
            map_type = BpfConstants.BPF_MAP_TYPE_ARRAY,
            key_size = sizeof(uint),
            value_size = (uint)windowSize,
            max_entries = Windows,
            map_flags = BpfConstants.BPF_F_MMAPABLE,
        };
        int result = BpfCommand.Call(BpfConstants.BPF_MAP_CREATE, ref create);
        if (result < 0) return "a BPF map: " + ErrnoText.Of(-result);
        SafeFd map = new(result);
        int errno = MMap.CallShared(map, (nuint)(Windows * windowSize), out byte* windows);
        if (errno != 0)
        {
            map.Dispose();
            return "a BPF map's memory: " + ErrnoText.Of(errno);
        }

        BpfInsn[] code = assemble(result);
        errno = KernelProgram.LoadCalled(name, code, out SafeFd loaded);
        CalledProgram opened = new(loaded, map, windows, windowSize);
        if (errno == 0)
        {
            program = opened;
            return null;
        }

        string log = explains ? KernelProgram.ExplainRefusal(name, code) : "";
        opened.Dispose();
        return "the BPF program was refused: " + ErrnoText.Of(errno) + (log.Length == 0 ? "" : "\n" + log);
    }

    /// <summary>The start of a window.</summary>
    public byte* Window(int number) => _windows + number * _windowSize;

    /// <summary>Runs the program once over what the window's head asks. 0, or an error number.</summary>
    public int Run(int window)
    {
        uint number = (uint)window;
        BpfProgramRun run = new() { prog_fd = (uint)_program.DangerousGetHandle(), ctx_in = (ulong)&number, ctx_size_in = sizeof(uint) };
        int result = BpfCommand.Call(BpfConstants.BPF_PROG_TEST_RUN, ref run);
        return result < 0 ? -result : run.retval == 1 ? 0 : Errno.EIO;
    }

    public void Dispose()
    {
        _program.Dispose();
        _map.Dispose();
        _ = MUnmap.Call(_windows, (nuint)(Windows * _windowSize));
    }
}
