using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;
using Minato.Interop.Linux.Libc;
using Minato.KernelPrograms;

namespace Minato.Attribution.Descriptors;

/// <summary>The loaded program and its windows. All that it makes in the kernel hangs on two descriptors and a mapping, and ends with them.</summary>
internal sealed unsafe class DescriptorTable : IDisposable
{
    private readonly SafeFd _program;
    private readonly SafeFd _map;
    private readonly byte* _windows;

    private DescriptorTable(SafeFd program, SafeFd map, byte* windows)
    {
        _program = program;
        _map = map;
        _windows = windows;
    }

    /// <summary>How many threads may read at the same time.</summary>
    public const int Windows = 2;

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
        return DescriptorLayout.TryRead(answers, out DescriptorLayout layout) ? Open(layout, explains, out table) : "this kernel lacks what the program calls";
    }

    public DescriptorWindow Window(int number) => new(_windows + number * DescriptorWindow.Bytes, number);

    /// <summary>Runs the program once over what the window's head asks. 0, or an error number.</summary>
    public int Run(DescriptorWindow window)
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
        _ = MUnmap.Call(_windows, Windows * DescriptorWindow.Bytes);
    }

    private static string? Open(in DescriptorLayout layout, bool explains, out DescriptorTable? table)
    {
        table = null;
        BpfMapCreate create = new()
        {
            map_type = BpfConstants.BPF_MAP_TYPE_ARRAY,
            key_size = sizeof(uint),
            value_size = DescriptorWindow.Bytes,
            max_entries = Windows,
            map_flags = BpfConstants.BPF_F_MMAPABLE,
        };
        int result = BpfCommand.Call(BpfConstants.BPF_MAP_CREATE, ref create);
        if (result < 0) return "a map: " + ErrnoText.Of(-result);
        SafeFd map = new(result);
        int errno = MMap.CallShared(map, Windows * DescriptorWindow.Bytes, out byte* windows);
        if (errno != 0)
        {
            map.Dispose();
            return "a map's memory: " + ErrnoText.Of(errno);
        }

        BpfInsn[] code = new DescriptorProgram(layout).Assemble(result);
        errno = KernelProgram.LoadCalled(Name, code, out SafeFd program);
        table = new DescriptorTable(program, map, windows);
        if (errno == 0) return null;
        string log = explains ? KernelProgram.ExplainRefusal(Name, code) : "";
        table.Dispose();
        table = null;
        return ErrnoText.Of(errno) + (log.Length == 0 ? "" : "\n" + log);
    }
}
