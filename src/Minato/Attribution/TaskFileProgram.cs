using System;
using Minato.Interop.Linux.Bpf;
using Minato.Wire.Bpf;

namespace Minato.Attribution;

/// <summary>What the kernel's program writes of each descriptor that is a socket; the name fills 16 bytes.</summary>
internal readonly struct TaskFileRecord
{
    public readonly uint Pid;
    public readonly uint Fd;
    public readonly ulong Inode;
    public readonly ulong NameStart;
    public readonly ulong NameEnd;
}

/// <summary>
/// The program that the kernel runs for each descriptor of each task (its iterator "task_file"; struct bpf_iter__task_file in
/// kernel/bpf/task_iter.c). A process counts once, by its first thread, as in /proc/PID/fd.
/// </summary>
internal static class TaskFileProgram
{
    // Members of the iterator's context: meta, whose first member is the output, task, fd, file.
    private const int Meta = 0;
    private const int Task = 8;
    private const int Fd = 16;
    private const int File = 24;

    // linux/magic.h
    private const int SockFsMagic = 0x534F434B;

    private const int RecordSize = 32;
    private const int Record = -RecordSize;

    /// <summary>What must be known of the kernel (<see cref="Minato.Wire.BtfQuestion"/>).</summary>
    public static ReadOnlySpan<byte> Question => "func bpf_iter_task_file\nstruct task_struct tgid pid comm\nstruct file f_inode\nstruct inode i_ino i_sb\nstruct super_block s_magic"u8;

    public const int Answers = 8;

    /// <summary>The iterator's function, of the answers.</summary>
    public static uint Target(ReadOnlySpan<int> answers) => (uint)answers[0];

    public static BpfInsn[] Assemble(ReadOnlySpan<int> answers)
    {
        int tgid = answers[1] / 8;
        int pid = answers[2] / 8;
        int comm = answers[3] / 8;
        int inode = answers[4] / 8;
        int number = answers[5] / 8;
        int volume = answers[6] / 8;
        int magic = answers[7] / 8;

        BpfAssembler code = new();
        BpfLabel leave = code.NewLabel();
        code.Move(BpfRegister.R6, BpfRegister.R1);
        code.Load(BpfWidth.Bits64, BpfRegister.R7, BpfRegister.R6, Task);
        code.JumpIf(BpfTest.Equal, BpfRegister.R7, 0, leave);
        code.Load(BpfWidth.Bits64, BpfRegister.R8, BpfRegister.R6, File);
        code.JumpIf(BpfTest.Equal, BpfRegister.R8, 0, leave);

        code.Load(BpfWidth.Bits32, BpfRegister.R2, BpfRegister.R7, tgid);
        code.Load(BpfWidth.Bits32, BpfRegister.R3, BpfRegister.R7, pid);
        code.JumpIf(BpfTest.NotEqual, BpfRegister.R2, BpfRegister.R3, leave);
        code.Store(BpfWidth.Bits32, BpfRegister.Frame, Record, BpfRegister.R2);

        // Whatever lives on sockfs, as in /proc: an O_PATH descriptor of a socket too, but not one of a UNIX socket's file.
        code.Load(BpfWidth.Bits64, BpfRegister.R8, BpfRegister.R8, inode);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R8, volume);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R1, magic);
        code.JumpIf(BpfTest.NotEqual, BpfRegister.R1, SockFsMagic, leave);

        code.Load(BpfWidth.Bits32, BpfRegister.R1, BpfRegister.R6, Fd);
        code.Store(BpfWidth.Bits32, BpfRegister.Frame, Record + 4, BpfRegister.R1);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R8, number);
        code.Store(BpfWidth.Bits64, BpfRegister.Frame, Record + 8, BpfRegister.R1);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R7, comm);
        code.Store(BpfWidth.Bits64, BpfRegister.Frame, Record + 16, BpfRegister.R1);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R7, comm + 8);
        code.Store(BpfWidth.Bits64, BpfRegister.Frame, Record + 24, BpfRegister.R1);

        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R6, Meta);
        code.Load(BpfWidth.Bits64, BpfRegister.R1, BpfRegister.R1, 0);
        code.Move(BpfRegister.R2, BpfRegister.Frame);
        code.Compute(BpfOperation.Add, BpfRegister.R2, Record);
        code.Move(BpfRegister.R3, RecordSize);
        code.CallHelper(BpfFunction.BPF_FUNC_seq_write);

        code.Place(leave);
        code.Move(BpfRegister.R0, 0);
        code.Exit();
        return code.Assemble();
    }
}
