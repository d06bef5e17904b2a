using System;
using System.IO;

namespace Minato.Bench.Machine;

/// <summary>A program on PATH, as a shell would find it.</summary>
internal static class InstalledProgram
{
    public static string Find(string name)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        {
            var path = Path.Combine(folder, name);
            if (folder.Length > 0 && File.Exists(path))
                return path;
        }
        throw new BenchFault($"'{name}' is not installed");
    }
}
