using System;
using System.Runtime.CompilerServices;

namespace Minato.Attribution.Descriptors;

/// <summary>A fact about the kernel: a function, a type, or a member's place.</summary>
internal enum Fact : byte
{
    Cast,
    Lock,
    Unlock,
    FindTask,
    ReleaseTask,
    TaskName,
    TaskFiles,
    FilesTable,
    TableSize,
    TableStart,
    WordType,
    Word,
    FileType,
    FileInode,
    InodeNumber,
    InodeVolume,
    VolumeKind,
}

/// <summary>What <see cref="DescriptorProgram"/> must know of the running kernel: numbers of functions and types, and places in bytes.</summary>
internal struct DescriptorLayout
{
    private const int BitsPerByte = 8;

    private AnswerList _answers;

    /// <summary>How many answers <see cref="Question"/> has.</summary>
    public const int Count = (int)Fact.VolumeKind + 1;

    /// <summary>What is asked of the kernel's types. The answers come in the order of <see cref="Fact"/>.</summary>
    public static ReadOnlySpan<byte> Question =>
        """
        func bpf_rdonly_cast
        func bpf_rcu_read_lock
        func bpf_rcu_read_unlock
        func bpf_task_from_pid
        func bpf_task_release
        struct task_struct comm files
        struct files_struct fdt
        struct fdtable max_fds fd
        struct rb_node # __rb_parent_color
        struct file # f_inode
        struct inode i_ino i_sb
        struct super_block s_magic
        """u8;

    /// <summary>False when the kernel lacks something.</summary>
    public static bool TryRead(ReadOnlySpan<int> answers, out DescriptorLayout layout)
    {
        layout = default;
        for (int i = 0; i < Count; i++)
        {
            bool isNumber = (Fact)i is <= Fact.ReleaseTask or Fact.WordType or Fact.FileType;
            if (answers[i] < 0 || (!isNumber && answers[i] % BitsPerByte != 0)) return false;
            layout._answers[i] = isNumber ? answers[i] : answers[i] / BitsPerByte;
        }

        return true;
    }

    public readonly int this[Fact fact] => _answers[(int)fact];

    [InlineArray(Count)]
    private struct AnswerList
    {
        private int _first;
    }
}
