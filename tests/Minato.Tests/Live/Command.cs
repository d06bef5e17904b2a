using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Minato.Tests.Live;

/// <summary>Runs a program to its end with an environment of its own, or ends it when its time is over.</summary>
internal static class Command
{
    /// <summary>Far more than any command here needs, even on a loaded machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Outcome Run(
        IReadOnlyList<string> command,
        IEnumerable<(string Name, string Value)> environment,
        string input = "",
        TimeSpan? limit = null)
    {
        using var process = Start(command, environment);
        var output = ReadAllAsync(process.StandardOutput.BaseStream);
        var errors = ReadAllAsync(process.StandardError.BaseStream);
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
        process.StandardInput.Close();
        var patience = limit ?? Limit;
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"still running after {patience.TotalSeconds} s: {string.Join(' ', command)}");
        }

        // A background child may hold the pipes open after its parent has gone.
        if (!Task.WaitAll([output, errors], patience))
            throw new TimeoutException($"ended, but something kept its output open: {string.Join(' ', command)}");
        return new Outcome(string.Join(' ', command), process.ExitCode, output.Result, errors.Result).WithoutCrash();
    }

    /// <summary>What this test run itself was given.</summary>
    public static IEnumerable<(string Name, string Value)> InheritedEnvironment()
    {
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            yield return ((string)entry.Key, (string?)entry.Value ?? "");
    }

    public static Process Start(IReadOnlyList<string> command, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        for (var i = 1; i < command.Count; i++)
            start.ArgumentList.Add(command[i]);
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
