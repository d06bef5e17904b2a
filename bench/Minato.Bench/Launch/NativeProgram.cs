using System;
using System.Diagnostics;
using System.IO;

namespace Minato.Bench.Launch;

/// <summary>One of the bench's small C programs, built on first use and again when its source is newer.</summary>
internal sealed record NativeProgram(string Name, string Source)
{
    public static NativeProgram Launch { get; } = new("launch", Repository.Path("bench", "launcher", "launch.c"));
    public static NativeProgram Storm { get; } = new("storm", Repository.Path("bench", "storm", "storm.c"));
    public static NativeProgram Floor { get; } = new("floor", Repository.Path("bench", "floor", "floor.c"));

    // Tests that need a program run side by side in one process; other processes are kept apart by the name below.
    private static readonly System.Threading.Lock Building = new();

    /// <summary>The path of the program.</summary>
    public string Build()
    {
        lock (Building) return BuildAlone();
    }

    private string BuildAlone()
    {
        var program = Repository.Path("artifacts", "bench", Name);
        if (File.Exists(program) && File.GetLastWriteTimeUtc(program) >= File.GetLastWriteTimeUtc(Source))
            return program;
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        var fresh = $"{program}.{Environment.ProcessId}";
        Compile(fresh);
        File.Move(fresh, program, overwrite: true); // in one step: two builders do not meet
        return program;
    }

    private void Compile(string output)
    {
        var start = new ProcessStartInfo("cc", ["-O2", "-static", "-pthread", "-Wall", "-Wextra", "-o", output, Source])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        try
        {
            using var compiler = Process.Start(start)!;
            var complaint = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
                throw new BenchFault($"cc could not build {Source}:\n{complaint}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BenchFault("no C compiler: install gcc and libc6-dev");
        }
    }
}
