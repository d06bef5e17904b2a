using System;
using System.IO;

namespace Minato.Fuzz.Targets;

/// <summary>A file in memory that holds the input, for sources that read files. eng/fuzz removes it.</summary>
internal static class InputFile
{
    public static string Path { get; } = "/dev/shm/minato-fuzz-" + Environment.ProcessId;

    public static void Write(ReadOnlySpan<byte> input)
    {
        using FileStream file = File.Create(Path);
        file.Write(input);
    }
}
