using System;
using System.Text;

namespace Minato.Tests.Live.Exact;

/// <summary>Two answers to one invocation, byte for byte.</summary>
internal static class Comparison
{
    /// <summary>Null when they are equal, else the first place where they are not.</summary>
    public static string? Difference(Answer expected, Answer actual, bool masked = true)
    {
        if (expected.ExitCode != actual.ExitCode)
            return $"exit code {actual.ExitCode}, not {expected.ExitCode}\n{Shown("stderr", actual.Errors)}";
        byte[] wanted = masked ? Masks.Cover(expected.Output) : expected.Output;
        byte[] given = masked ? Masks.Cover(actual.Output) : actual.Output;
        return wanted.AsSpan().SequenceEqual(given) ? null : FirstLine(wanted, given);
    }

    /// <summary>The first line of stderr; what ss says behind it is its help. Null when they are equal.</summary>
    public static string? DifferenceOfErrors(Answer expected, Answer actual)
    {
        string wanted = Said(expected), given = Said(actual);
        return wanted == given ? null : $"stderr\n  want |{Visible(wanted)}|\n  have |{Visible(given)}|";
    }

    // getopt(3) names the program by the path it was started under.
    private static string Said(Answer answer)
    {
        string line = Encoding.Latin1.GetString(answer.Errors).Split('\n')[0];
        int name = line.IndexOf("/ss: ", StringComparison.Ordinal);
        return name >= 0 && !line[..name].Contains(' ', StringComparison.Ordinal) ? line[(name + 1)..] : line;
    }

    private static string FirstLine(byte[] wanted, byte[] given)
    {
        string[] left = Encoding.Latin1.GetString(wanted).Split('\n');
        string[] right = Encoding.Latin1.GetString(given).Split('\n');
        int line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line]) line++;
        return $"line {line + 1}\n  want |{At(left, line)}|\n  have |{At(right, line)}|";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? Visible(lines[line]) : "(no such line)";

    private static string Shown(string what, byte[] text) => $"  {what} |{Visible(Encoding.Latin1.GetString(text).Trim())}|";

    private static string Visible(string line) =>
        line.Replace("\t", "\\t", StringComparison.Ordinal).Replace("\x1b", "\\e", StringComparison.Ordinal);
}
