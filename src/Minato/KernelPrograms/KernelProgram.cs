using System;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Bpf;

namespace Minato.KernelPrograms;

/// <summary>
/// Gives a program to the kernel. All that it makes are descriptors of this process: when they are closed, also
/// by the process's end, nothing of it stays in the kernel.
/// </summary>
internal static unsafe class KernelProgram
{
    private const int LogSize = 1024 * 1024;

    private static BpfProgramLoad Called => new() { prog_type = BpfConstants.BPF_PROG_TYPE_SYSCALL, prog_flags = BpfConstants.BPF_F_SLEEPABLE };

    /// <summary>Loads a program of the type "iterator" and gives 0, or an error number.</summary>
    /// <param name="name">What bpftool shows it as, at most 15 bytes.</param>
    /// <param name="code">The program.</param>
    /// <param name="target">The iterator, by the number of its function in the kernel's BTF.</param>
    /// <param name="program">The program's descriptor.</param>
    public static int LoadIterator(ReadOnlySpan<byte> name, ReadOnlySpan<BpfInsn> code, uint target, out SafeFd program) =>
        Load(name, code, Iterator(target), [], out program);

    /// <summary>Loads a program that runs when it is called (BPF_PROG_TYPE_SYSCALL) and gives 0, or an error number.</summary>
    public static int LoadCalled(ReadOnlySpan<byte> name, ReadOnlySpan<BpfInsn> code, out SafeFd program) => Load(name, code, Called, [], out program);

    /// <summary>
    /// What the verifier says about a program that was refused; empty when it takes it now or says nothing. Asked apart, since
    /// the verifier is slower when it explains itself.
    /// </summary>
    public static string ExplainRefusal(ReadOnlySpan<byte> name, ReadOnlySpan<BpfInsn> code, uint target) => Explain(name, code, Iterator(target));

    /// <summary>The same for a program that is called.</summary>
    public static string ExplainRefusal(ReadOnlySpan<byte> name, ReadOnlySpan<BpfInsn> code) => Explain(name, code, Called);

    private static string Explain(ReadOnlySpan<byte> name, ReadOnlySpan<BpfInsn> code, in BpfProgramLoad kind)
    {
        byte* log = (byte*)NativeMemory.AllocZeroed(LogSize);
        try
        {
            int errno = Load(name, code, kind, new Span<byte>(log, LogSize), out SafeFd program);
            program.Dispose();
            ReadOnlySpan<byte> text = new(log, LogSize);
            return errno == 0 ? "" : Encoding.UTF8.GetString(text[..Math.Max(0, text.IndexOf((byte)0))]).TrimEnd('\n');
        }
        finally
        {
            NativeMemory.Free(log);
        }
    }

    /// <summary>Begins an iteration: what the program writes is read from <paramref name="records"/>. Gives 0, or an error number.</summary>
    /// <param name="program">The program.</param>
    /// <param name="information"><c>union bpf_iter_link_info</c>, or empty.</param>
    /// <param name="records">Its output, to be read.</param>
    public static int Iterate(SafeFd program, ReadOnlySpan<byte> information, out SafeFd records)
    {
        records = new SafeFd();
        fixed (byte* info = information)
        {
            BpfLinkCreate create = new()
            {
                prog_fd = (uint)program.DangerousGetHandle(),
                attach_type = BpfConstants.BPF_TRACE_ITER,
                iter_info = (ulong)info,
                iter_info_len = (uint)information.Length,
            };
            int result = BpfCommand.Call(BpfConstants.BPF_LINK_CREATE, ref create);
            if (result < 0) return -result;
            using SafeFd link = new(result);
            BpfIterCreate iterate = new() { link_fd = (uint)result };
            result = BpfCommand.Call(BpfConstants.BPF_ITER_CREATE, ref iterate);
            if (result < 0) return -result;
            records = new SafeFd(result);
            return 0;
        }
    }

    private static BpfProgramLoad Iterator(uint target) => new()
    {
        prog_type = BpfConstants.BPF_PROG_TYPE_TRACING,
        expected_attach_type = BpfConstants.BPF_TRACE_ITER,
        attach_btf_id = target,
    };

    private static int Load(ReadOnlySpan<byte> name, ReadOnlySpan<BpfInsn> code, BpfProgramLoad load, Span<byte> log, out SafeFd program)
    {
        fixed (BpfInsn* instructions = code)
        fixed (byte* text = log)
        fixed (byte* license = "GPL\0"u8)
        {
            load.insn_cnt = (uint)code.Length;
            load.insns = (ulong)instructions;
            load.license = (ulong)license;
            load.log_level = log.IsEmpty ? 0u : 1u;
            load.log_size = (uint)log.Length;
            load.log_buf = (ulong)text;
            name[..Math.Min(name.Length, BpfConstants.BPF_OBJ_NAME_LEN - 1)].CopyTo(load.prog_name);
            int result = BpfCommand.Call(BpfConstants.BPF_PROG_LOAD, ref load);
            program = new SafeFd(result < 0 ? -1 : result);
            return result < 0 ? -result : 0;
        }
    }
}
