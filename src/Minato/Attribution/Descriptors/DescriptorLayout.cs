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
    TaskType,
    TaskName,
    TaskFiles,
    TaskSignal,
    FilesTable,
    FilesUsers,
    SignalThreads,
    TableSize,
    TableStart,
    WordType,
    Word,
    FileType,
    FileInode,
    FileReferences,
    FileCount,
    FilePath,
    PathEntry,
    EntryLock,
    LockCount,
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
        struct task_struct # comm files signal
        struct files_struct fdt count
        struct signal_struct nr_threads
        struct fdtable max_fds fd
        struct rb_node # __rb_parent_color
        struct file # f_inode f_ref f_count f_path
        struct path dentry
        struct dentry d_lockref
        struct lockref count
        struct inode i_ino i_sb
        struct super_block s_magic
        """u8;

    /// <summary>False when the kernel lacks something.</summary>
    public static bool TryRead(ReadOnlySpan<int> answers, out DescriptorLayout layout)
    {
        layout = default;
        for (int i = 0; i < Count; i++)
        {
            bool isNumber = (Fact)i is <= Fact.TaskType or Fact.WordType or Fact.FileType;
            bool isThere = answers[i] >= 0 && (isNumber || answers[i] % BitsPerByte == 0);
            if (!isThere && !IsForOneHolder((Fact)i)) return false;
            layout._answers[i] = !isThere ? -1 : isNumber ? answers[i] : answers[i] / BitsPerByte;
        }

        return true;
    }

    public readonly int this[Fact fact] => _answers[(int)fact];

    /// <summary>Whether it can be told that nobody else holds a socket. Since 6.13 a file counts its references from 0, in a member of another name.</summary>
    public readonly bool KnowsOneHolder
    {
        get
        {
            for (Fact fact = 0; fact <= Fact.VolumeKind; fact++)
            {
                bool isEither = fact is Fact.FileReferences or Fact.FileCount;
                if (IsForOneHolder(fact) && !isEither && this[fact] < 0) return false;
            }

            return this[Fact.FileReferences] >= 0 || this[Fact.FileCount] >= 0;
        }
    }

    private static bool IsForOneHolder(Fact fact) => fact
        is Fact.TaskSignal or Fact.FilesUsers or Fact.SignalThreads or (>= Fact.FileReferences and <= Fact.LockCount);

    [InlineArray(Count)]
    private struct AnswerList
    {
        private int _first;
    }
}
