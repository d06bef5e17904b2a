using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Minato.Bench.Launch;

/// <summary>Runs one command through the small launcher (bench/launcher/launch.c) and returns what it cost.</summary>
internal sealed class Launcher
{
    private readonly string _program = NativeProgram.Launch.Build();

    /// <summary>Runs <paramref name="command"/> in the network namespace of a process, on one processor when told.</summary>
    /// <param name="command">The program's path and its words.</param>
    /// <param name="netnsPid">A process whose network namespace is entered.</param>
    /// <param name="cpu">The processor; all of them when null.</param>
    /// <param name="count">Whether the output goes through a pipe and is counted.</param>
    /// <param name="settings">Variables of the environment beside the few that all commands get.</param>
    public Measurement Run(
        IReadOnlyList<string> command,
        int? netnsPid = null,
        int? cpu = null,
        bool count = false,
        IReadOnlyList<KeyValuePair<string, string>>? settings = null)
    {
        var start = new ProcessStartInfo(_program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // A known environment: a setting of the caller's shell must not choose another source or a GC mode.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;
        Add("--netns", netnsPid);
        Add("--cpu", cpu);
        start.ArgumentList.Add("--stdout");
        start.ArgumentList.Add(count ? "pipe" : "null");
        start.ArgumentList.Add("--");
        foreach (var word in command)
            start.ArgumentList.Add(word);

        using var launcher = Process.Start(start)!;
        var complaint = launcher.StandardError.ReadToEndAsync();
        var line = launcher.StandardOutput.ReadToEnd();
        launcher.WaitForExit();
        if (Measurement.Parse(line) is not { } cost)
            throw new BenchFault(complaint.Result.Trim());
        if (cost.Status != 0)
            throw new BenchFault($"'{Typed(command)}' ended with {cost.Status}. {FirstLine(complaint.Result)}".TrimEnd());
        return cost;

        void Add(string option, int? value)
        {
            if (value is not { } number)
                return;
            start.ArgumentList.Add(option);
            start.ArgumentList.Add(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The command as one would type it: a page for everyone names no folder of this machine.</summary>
    public static string Typed(IReadOnlyList<string> command) => string.Join(' ', [Path.GetFileName(command[0]), .. command.Skip(1)]);

    private static string FirstLine(string text) => text.Trim().Split('\n')[0];
}
