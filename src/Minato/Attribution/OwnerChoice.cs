using System;
using System.Buffers.Text;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>Whether owners are to be read from /proc: because only it can answer, because the iterator is not allowed, or because it would cost more.</summary>
internal static class OwnerChoice
{
    // Setting the iterator up takes as long as a walk over this many descriptors (BENCH tlnp-idle).
    private const int FewFiles = 400;

    // The first process namespace: PROC_PID_INIT_INO in include/linux/proc_ns.h. The iterator numbers processes as it does.
    private const ulong FirstNamespace = 0xEFFFFFFC;

    /// <summary>The reason for /proc, or null when the iterator may be tried.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="openFiles">About how many files are open on the machine.</param>
    public static string? WhyProc(in OwnerQuestion question, out int openFiles)
    {
        openFiles = 0;
        if (question.Preference == OwnerPreference.Proc) return "as asked";
        if (question.Details != OwnerDetails.None) return "threads and security contexts are told there alone";

        int errno = Open.Call(Encoding.UTF8.GetBytes(question.ProcRoot + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd proc);
        using (proc)
        {
            if (errno != 0) return question.ProcRoot + ": " + ErrnoText.Of(errno);
            openFiles = CountOpenFiles(proc);
            if (question.Preference == OwnerPreference.Automatic && openFiles < FewFiles) return "few files are open: " + openFiles;
            if (FStatAt.Call(proc, "self/ns/pid\0"u8, out FileStatus status) != 0 || status.Inode != FirstNamespace)
                return "the iterator numbers processes as the first process namespace does, and this is another";
        }

        return MayLoad() ? null : "loading a program needs CAP_BPF and CAP_PERFMON, or root";
    }

    private static bool MayLoad()
    {
        ulong held = CapGet.Effective();
        return Has(held, Capabilities.CAP_SYS_ADMIN) || (Has(held, Capabilities.CAP_BPF) && Has(held, Capabilities.CAP_PERFMON));
    }

    private static bool Has(ulong held, int capability) => (held >> capability & 1) != 0;

    // The first number of fs/file-nr. Unreadable, it is as good as many.
    private static int CountOpenFiles(SafeFd proc)
    {
        int errno = OpenAt.Call(proc, "sys/fs/file-nr\0"u8, FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            Span<byte> text = stackalloc byte[64];
            int got = errno == 0 ? Read.Call(file, text) : 0;
            return got > 0 && Utf8Parser.TryParse(text[..got], out int count, out _) ? count : FewFiles;
        }
    }
}
