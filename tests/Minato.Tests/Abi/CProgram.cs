using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Minato.Tests.Abi;

/// <summary>A C program made for one test: what C itself says of a number or a struct.</summary>
internal static class CProgram
{
    /// <summary>Compiles the program, runs it with the text as its input, and gives the bytes of its output.</summary>
    public static byte[] Run(string source, string input = "")
    {
        Assert.SkipWhen(CCompiler.Missing is not null, CCompiler.Missing ?? "");
        string program = Path.Combine(Path.GetTempPath(), "minato-c-" + Guid.NewGuid().ToString("N"));
        try
        {
            Talk("cc", ["-x", "c", "-std=gnu11", "-O1", "-o", program, "-", "-lm"], source);
            return Talk(program, [], input);
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static byte[] Talk(string file, string[] arguments, string input)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task writing = Task.Run(() =>
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        });
        using MemoryStream output = new();
        process.StandardOutput.BaseStream.CopyTo(output);
        writing.GetAwaiter().GetResult();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, file + ": " + errors.GetAwaiter().GetResult());
        return output.ToArray();
    }
}
