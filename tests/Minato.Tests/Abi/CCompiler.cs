using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Minato.Tests.Abi;

/// <summary>An error of the C compiler; <paramref name="Fact"/> is the fact's number, or null for an error elsewhere.</summary>
internal sealed record CError(int? Fact, string Text);

/// <summary>The installed C compiler, asked only whether a text compiles.</summary>
internal static partial class CCompiler
{
    /// <summary>Why there is no compiler to ask, or null.</summary>
    public static string? Missing { get; } = FindMissing();

    public static bool Defines(string macro) => Errors($"#ifndef {macro}\n#error no\n#endif\n").Count == 0;

    public static IReadOnlyList<CError> Errors(string source)
    {
        using Process compiler = Start("-x", "c", "-std=gnu11", "-fsyntax-only", "-fmax-errors=0", "-");
        compiler.StandardInput.Write(source);
        compiler.StandardInput.Close();
        string[] lines = compiler.StandardError.ReadToEnd().Split('\n');
        compiler.WaitForExit();
        CError[] errors = [.. lines.Select(line => ErrorLine().Match(line)).Where(match => match.Success).Select(ToError)];
        Assert.True(compiler.ExitCode == 0 || errors.Length > 0, string.Join('\n', lines));
        return errors;
    }

    /// <summary>A text whose errors carry the fact's number.</summary>
    public static string Numbered(int fact, string text) => $"#line {fact} \"fact\"\n{text}\n";

    private static CError ToError(Match match) => new(
        match.Groups["file"].Value == "fact" ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : null,
        match.Groups["text"].Value);

    private static string? FindMissing()
    {
        try
        {
            using Process compiler = Start("--version");
            compiler.StandardOutput.ReadToEnd();
            compiler.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return "no C compiler: `cc` is not on PATH (Debian: apt install gcc libc6-dev)";
        }
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("cc", arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C" },
        };
        return Process.Start(start)!;
    }

    [GeneratedRegex(
        "^(?<file>[^:]+):(?<line>[0-9]+):([0-9]+:)? (fatal )?error: (?<text>.*)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorLine();
}
