using System;
using System.Text;

namespace Minato.Tests.Live;

/// <summary>What a command left behind.</summary>
internal sealed record Outcome(string CommandLine, int ExitCode, byte[] OutputBytes, byte[] ErrorBytes)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);
    public string Errors => Encoding.UTF8.GetString(ErrorBytes);

    /// <summary>The lines of the output; every one of them must be ended.</summary>
    public string[] Lines => ToLines(Output);
    public string[] ErrorLines => ToLines(Errors);

    /// <summary>
    /// Asserts that no program of ours fell over (faults.md X1): whatever a test is about, a stack trace or a death by SIGABRT or
    /// SIGSEGV fails it.
    /// </summary>
    public Outcome WithoutCrash()
    {
        string[] traces = ["Unhandled exception", "   at System.", "   at Minato."];
        var isOurs = CommandLine.Contains("minato", StringComparison.OrdinalIgnoreCase);
        var fell = (isOurs && ExitCode is (134 or 139)) || Array.Exists(traces, trace => Errors.Contains(trace, StringComparison.Ordinal));
        Assert.False(fell, ToString());
        return this;
    }

    /// <summary>Asserts exit code 0 and a silent stderr.</summary>
    public Outcome Succeeded()
    {
        Assert.True(ExitCode == 0 && ErrorBytes.Length == 0, ToString());
        return this;
    }

    /// <summary>Asserts exit code 0; over /proc nothing may be said but that it does not carry something that was asked.</summary>
    public Outcome SucceededBy(string source)
    {
        if (source != "proc") return Succeeded();
        Assert.Equal(0, ExitCode);
        Assert.All(ErrorLines, line => Assert.EndsWith("/proc/net does not carry them", line, StringComparison.Ordinal));
        return this;
    }

    public override string ToString() => $"$ {CommandLine}\nexit code {ExitCode}\n{Output}-- stderr --\n{Errors}";

    private string[] ToLines(string text)
    {
        if (text.Length == 0)
            return [];
        Assert.True(text[^1] == '\n', $"the last line is cut off\n{this}");
        return text[..^1].Split('\n');
    }
}
