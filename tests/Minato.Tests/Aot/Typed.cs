using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Minato.Tests.Aot;

/// <summary>What came of a line typed into sh, with the published program first on PATH.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">What came on standard output.</param>
/// <param name="Errors">What came on standard error.</param>
internal sealed record Typed(int Code, string Output, string Errors)
{
    /// <summary>Far more than any line here needs, even on a loaded machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The published program: MINATO_BINARY, or what eng/publish leaves in artifacts.</summary>
    public static string Program { get; } = FindProgram();

    /// <param name="line">What is typed.</param>
    /// <param name="home">HOME, TMPDIR and the working directory; programs in its <c>bin</c> come before the system's.</param>
    /// <param name="variables">NAME=VALUE each; the environment holds nothing else but PATH.</param>
    public static Typed In(string home, string line, params string[] variables)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", line])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = home,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = home;
        start.Environment["TMPDIR"] = home;
        start.Environment["PATH"] = $"{Path.GetDirectoryName(Program)}:{home}/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        foreach (string variable in variables)
        {
            string[] parts = variable.Split('=', 2);
            start.Environment[parts[0]] = parts[1];
        }

        using Process shell = Process.Start(start)!;
        shell.StandardInput.Close();
        Task<string> output = shell.StandardOutput.ReadToEndAsync();
        Task<string> errors = shell.StandardError.ReadToEndAsync();
        if (!Task.WaitAll([output, errors, shell.WaitForExitAsync()], Limit))
        {
            shell.Kill(entireProcessTree: true);
            throw new TimeoutException("not over after " + Limit.TotalSeconds + " s: " + line);
        }

        return new Typed(shell.ExitCode, output.Result, errors.Result);
    }

    private static string FindProgram()
    {
        if (Environment.GetEnvironmentVariable("MINATO_BINARY") is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string program = Path.Join(folder.FullName, "artifacts", "linux-x64", "minato");
            if (File.Exists(program)) return program;
        }

        throw new FileNotFoundException("no published program above the tests; type: eng/publish linux-x64");
    }
}
