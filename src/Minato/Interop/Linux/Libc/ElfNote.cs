namespace Minato.Interop.Linux.Libc;

/// <summary>Types of notes.</summary>
[NativeConstants("elf.h")]
internal static class ElfNote
{
    public const uint NT_GNU_BUILD_ID = 3;
}
