using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Wire;

namespace Minato.KernelPrograms;

/// <summary>
/// Answers about the kernel's types, a file for each build of the kernel and question, in a directory that only root can
/// enter. A file is believed when it and its directory are root's and nobody else's, it is as long as it must be and its
/// checksum holds; anything else is as good as no file. That nothing can be kept is no news.
/// </summary>
/// <param name="directory">The directory.</param>
/// <param name="notes">The kernel's notes, which name its build.</param>
internal sealed class KernelTypesCache(string directory, string notes)
{
    private const uint Magic = 0x4D424631;
    private const int HeadSize = 16;
    private const uint OwnerOnlyDirectory = 0x1C0;
    private const uint OwnerOnlyFile = 0x180;
    private const int NameSize = 33;

    /// <summary>False when there is no answer to be believed.</summary>
    public bool TryRead(ReadOnlySpan<byte> question, Span<int> answers)
    {
        Span<byte> name = stackalloc byte[NameSize];
        if (!TryName(question, name, out ulong key)) return false;
        using SafeFd folder = OpenDirectory();
        if (folder.IsInvalid) return false;
        int errno = OpenAt.Call(folder, name, FileFlags.O_RDONLY | FileFlags.O_NOFOLLOW, out SafeFd file);
        using (file)
        {
            Span<byte> bytes = stackalloc byte[HeadSize + answers.Length * sizeof(int) + sizeof(ulong)];
            if (errno != 0 || FStat.Call(file, out FileStatus status) != 0) return false;
            if (!status.IsRegular || status.Uid != 0 || status.Permissions != OwnerOnlyFile || status.Size != bytes.Length) return false;
            if (Read.Call(file, bytes) != bytes.Length) return false;
            if (BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]) != Checksum(bytes[..^sizeof(ulong)])) return false;
            if (!IsHead(bytes, key, answers.Length)) return false;
            MemoryMarshal.Cast<byte, int>(bytes[HeadSize..^sizeof(ulong)]).CopyTo(answers);
            return true;
        }
    }

    /// <summary>Keeps answers for the next time.</summary>
    public void Write(ReadOnlySpan<byte> question, ReadOnlySpan<int> answers)
    {
        Span<byte> name = stackalloc byte[NameSize];
        if (GetEUid.Call() != 0 || !TryName(question, name, out ulong key)) return;
        _ = MkDirAt.Call(Encoding.UTF8.GetBytes(directory + "\0"));
        using SafeFd folder = OpenDirectory();
        if (folder.IsInvalid) return;

        Span<byte> bytes = stackalloc byte[HeadSize + answers.Length * sizeof(int) + sizeof(ulong)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], answers.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], key);
        MemoryMarshal.AsBytes(answers).CopyTo(bytes[HeadSize..]);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[^sizeof(ulong)..], Checksum(bytes[..^sizeof(ulong)]));
        WriteNew(folder, name, bytes);
    }

    // Written aside and renamed, so that a reader meets all of it or none. Two writers at once: one of them gives up.
    private static void WriteNew(SafeFd folder, ReadOnlySpan<byte> name, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> aside = "new\0"u8;
        int errno = OpenAt.Call(folder, aside, FileFlags.O_WRONLY | FileFlags.O_CREAT | FileFlags.O_EXCL | FileFlags.O_NOFOLLOW, out SafeFd file, OwnerOnlyFile);
        using (file)
        {
            if (errno == Errno.EEXIST) _ = UnlinkAt.Call(folder, aside);
            if (errno != 0) return;
            if (Interop.Linux.Libc.Write.Call(file, bytes) != bytes.Length || RenameAt.Call(folder, aside, name) != 0) _ = UnlinkAt.Call(folder, aside);
        }
    }

    private static bool IsHead(ReadOnlySpan<byte> bytes, ulong key, int count) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Magic &&
        BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) == count &&
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) == key;

    private SafeFd OpenDirectory()
    {
        int flags = FileFlags.O_RDONLY | FileFlags.O_DIRECTORY | FileFlags.O_NOFOLLOW;
        if (Open.Call(Encoding.UTF8.GetBytes(directory + "\0"), flags, out SafeFd folder) != 0) return folder;
        if (FStat.Call(folder, out FileStatus status) == 0 && status.Uid == 0 && status.Permissions == OwnerOnlyDirectory) return folder;
        folder.Dispose();
        return new SafeFd();
    }

    // "btf-", the two halves of what is asked of whom, and a NUL.
    private bool TryName(ReadOnlySpan<byte> question, Span<byte> name, out ulong key)
    {
        key = 0;
        int errno = Open.Call(Encoding.UTF8.GetBytes(notes + "\0"), FileFlags.O_RDONLY, out SafeFd file);
        using (file)
        {
            Span<byte> bytes = stackalloc byte[4096];
            int got = errno == 0 ? Read.Call(file, bytes) : 0;
            ReadOnlySpan<byte> build = BuildId.Find(bytes[..Math.Max(0, got)]);
            if (build.IsEmpty) return false;
            key = Checksum(question);
            name.Clear();
            "btf-"u8.CopyTo(name);
            WriteHex(name[4..], Checksum(build) ^ key * 31);
            return true;
        }
    }

    private static void WriteHex(Span<byte> place, ulong number)
    {
        for (int i = 0; i < 16; i++) place[i] = "0123456789abcdef"u8[(int)(number >> 60 - i * 4) & 15];
    }

    // FNV-1a: against a cut or damaged file, not against its owner.
    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 14695981039346656037;
        foreach (byte b in bytes) sum = (sum ^ b) * 1099511628211;
        return sum;
    }
}
