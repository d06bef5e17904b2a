using System;
using System.IO;
using SharpFuzz;

namespace Minato.Fuzz;

/// <summary>
/// <c>TARGET</c>: takes inputs from libFuzzer through its host; <c>TARGET FILE…</c>: runs files through a target;
/// <c>TARGET --seeds FOLDER</c>: writes what to start from.
/// </summary>
internal static class Program
{
    private static int Main(string[] words)
    {
        if (words.Length == 0 || Target.Find(words[0]) is not { } target)
        {
            Console.Error.WriteLine("targets: " + Target.Names);
            return 2;
        }

        if (words is [_, "--seeds", var folder])
        {
            Directory.CreateDirectory(folder);
            int number = 0;
            foreach (byte[] seed in target.Seeds()) File.WriteAllBytes(Path.Combine(folder, "seed-" + number++), seed);
            return 0;
        }

        if (words.Length == 1)
        {
            Fuzzer.LibFuzzer.Run(target.Run);
            return 0;
        }

        foreach (string file in words[1..]) target.Run(File.ReadAllBytes(file));
        return 0;
    }
}
