using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;

namespace Minato.Wire;

/// <summary>The number that a linker gives each build, in the notes of an ELF file (elf.h): the kernel's are in /sys/kernel/notes.</summary>
internal static class BuildId
{
    private const int HeadSize = 12;

    /// <summary>Empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> notes)
    {
        // n_namesz, n_descsz, n_type; name and description each end at a multiple of four.
        while (notes.Length >= HeadSize)
        {
            long name = MemoryMarshal.Read<uint>(notes);
            long description = MemoryMarshal.Read<uint>(notes[4..]);
            uint type = MemoryMarshal.Read<uint>(notes[8..]);
            long start = HeadSize + (name + 3 & ~3);
            if (start + description > notes.Length) return [];
            bool isGnu = name == 4 && notes.Slice(HeadSize, 4).SequenceEqual("GNU\0"u8);
            if (isGnu && type == ElfNote.NT_GNU_BUILD_ID) return notes.Slice((int)start, (int)description);
            long next = start + (description + 3 & ~3);
            if (next > notes.Length) return [];
            notes = notes[(int)next..];
        }

        return [];
    }
}
