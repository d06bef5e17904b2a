using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Wire;

namespace Minato.KernelPrograms;

/// <summary>
/// Answers questions about the running kernel's types (<see cref="BtfQuestion"/>). The file is mapped where the kernel allows
/// that (since 6.16); elsewhere reading it takes some milliseconds, so that its answers are kept for the next time.
/// </summary>
/// <param name="file">The kernel's BTF; another file serves for tests.</param>
/// <param name="cache">Where answers are kept; null keeps none.</param>
/// <param name="maps">Whether the file may be mapped.</param>
internal sealed unsafe class KernelTypes(string file, KernelTypesCache? cache, bool maps = true)
{
    // BTF of the largest configurations is some 20 MB.
    private const long MaxSize = 256 * 1024 * 1024;

    public static KernelTypes OfThisMachine() => new("/sys/kernel/btf/vmlinux", new KernelTypesCache("/run/minato", "/sys/kernel/notes"));

    /// <summary>Null when the answers are there, or why they are not. A thing that the kernel has not is answered with -1.</summary>
    public string? Answer(ReadOnlySpan<byte> question, Span<int> answers)
    {
        int errno = Open.Call(System.Text.Encoding.UTF8.GetBytes(file + "\0"), FileFlags.O_RDONLY, out SafeFd opened);
        using (opened)
        {
            FileStatus status = default;
            if (errno == 0) errno = FStat.Call(opened, out status);
            if (errno != 0) return file + ": " + ErrnoText.Of(errno);
            if (status.Size is <= 0 or > MaxSize) return file + " has no types";

            nuint size = (nuint)status.Size;
            if (maps && MMap.Call(opened, size, out byte* start) == 0)
            {
                bool isAnswered = BtfQuestion.TryAnswer(new ReadOnlySpan<byte>(start, (int)size), question, answers);
                _ = MUnmap.Call(start, size);
                return isAnswered ? null : file + " is not BTF";
            }

            if (cache is not null && cache.TryRead(question, answers)) return null;
            return ReadAll(opened, size, question, answers);
        }
    }

    private string? ReadAll(SafeFd opened, nuint size, ReadOnlySpan<byte> question, Span<int> answers)
    {
        byte* room = (byte*)NativeMemory.Alloc(size);
        try
        {
            nuint got = 0;
            while (got < size)
            {
                int step = Read.Call(opened, new Span<byte>(room + got, (int)(size - got)));
                if (step < 0) return file + ": " + ErrnoText.Of(-step);
                if (step == 0) break;
                got += (nuint)step;
            }

            if (!BtfQuestion.TryAnswer(new ReadOnlySpan<byte>(room, (int)got), question, answers)) return file + " is not BTF";
            cache?.Write(question, answers);
            return null;
        }
        finally
        {
            NativeMemory.Free(room);
        }
    }
}
