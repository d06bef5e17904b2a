using System;
using System.Collections.Generic;
using System.Text;
using Minato.Cli.Terminal;
using Minato.Cli.Verbs;

namespace Minato.Cli.Doors.Ss;

/// <summary>The lines of -F's file, as ss reads them.</summary>
internal static class SsFilterFile
{
    // What ss has room for in a line.
    private const int LongestLine = 1022;

    // A filter of this size is no filter: it keeps an endless file from filling the memory.
    private const int MaxBytes = 1 << 20;

    /// <summary>The lines that count, each with its number; null and what is wrong.</summary>
    /// <param name="path">The file; one that begins with a dash is standard input.</param>
    /// <param name="isExact">Whether a folder is an empty file: C opens it, and reads nothing.</param>
    /// <param name="problem">What is wrong, in Minato's words.</param>
    /// <param name="original">What is wrong, in ss's.</param>
    public static List<FilterLine>? Read(string path, bool isExact, out string problem, out string original)
    {
        problem = original = "";
        int errno = InputFile.Read(path.StartsWith('-') ? null : path, MaxBytes, out byte[] bytes);
        if (errno == InputFile.EISDIR && isExact) return [];
        if (errno == 0 && bytes.Length < MaxBytes) return Split(Encoding.UTF8.GetString(bytes), out problem, out original);
        if (errno == 0)
        {
            problem = "the filter file is longer than " + MaxBytes + " bytes";
            original = "Too long line in filter";
            return null;
        }

        string reason = VerbMessage.Reason(errno);
        problem = "the filter file cannot be read: " + reason;
        original = "fopen filter file: " + reason;
        return null;
    }

    private static List<FilterLine>? Split(string text, out string problem, out string original)
    {
        problem = original = "";
        List<FilterLine> lines = [];
        int number = 0;
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = text.AsSpan()[range];
            number++;
            if (Encoding.UTF8.GetByteCount(line) > LongestLine)
            {
                problem = "line " + number + " of the filter file is longer than " + LongestLine + " bytes";
                original = "Too long line in filter";
                return null;
            }

            // ss takes a line that begins with the digit 0 for a comment as well.
            if (!line.StartsWith('#') && !line.StartsWith('0')) lines.Add(new FilterLine(line.ToString(), number));
        }

        return lines;
    }
}

/// <summary>A line of a filter file, and which it is.</summary>
internal readonly record struct FilterLine(string Text, int Number);
