using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Minato.Tests.Live.Exact;

/// <summary>
/// Many invocations in one shell, because starting one from here costs more than ss itself. Each is asked of the original and
/// of the other program side by side in time; what then differs is asked again, of the original before and after.
/// </summary>
internal static class Batch
{
    private const int Attempts = 4;
    private static int _number;

    /// <summary>What differs, an invocation each; empty when nothing does.</summary>
    public static List<string> Differences(Sandbox sandbox, string original, string other, IReadOnlyList<Invocation> invocations)
    {
        Answer[][] first = Ask(sandbox, [original, other], invocations);
        List<Invocation> left = [.. invocations.Where((_, i) => Comparison.Difference(first[i][0], first[i][1]) is not null)];

        var differences = new List<string>();
        for (int attempt = 1; left.Count > 0; attempt++)
        {
            Answer[][] answers = Ask(sandbox, [original, other, original], left);
            List<Invocation> moved = [];
            for (int i = 0; i < left.Count; i++)
            {
                string? unrest = Comparison.Difference(answers[i][0], answers[i][2]);
                if (unrest is not null && attempt < Attempts)
                    moved.Add(left[i]);
                else if (unrest is not null)
                    differences.Add($"{left[i]}\n  the original itself is not steady: {unrest}");
                else if (Comparison.Difference(answers[i][0], answers[i][1]) is { } difference)
                    differences.Add($"{left[i]}\n  {difference}");
            }

            left = moved;
        }

        return differences;
    }

    /// <summary>Whose first line on stderr differs; what is wrong stays wrong, so each is asked once.</summary>
    public static List<string> DifferencesOfErrors(Sandbox sandbox, string original, string other, IReadOnlyList<Invocation> invocations)
    {
        Answer[][] answers = Ask(sandbox, [original, other], invocations);
        List<string> differences = [];
        for (int i = 0; i < answers.Length; i++)
        {
            if (answers[i][0].ExitCode != 0 && Comparison.DifferenceOfErrors(answers[i][0], answers[i][1]) is { } difference)
                differences.Add($"{invocations[i]}\n  {difference}");
        }

        return differences;
    }

    private static Answer[][] Ask(Sandbox sandbox, string[] programs, IReadOnlyList<Invocation> invocations)
    {
        string folder = Workshop.MakeDirectory("exact-" + (++_number).ToString(CultureInfo.InvariantCulture));
        string pty = Workshop.Compiled("pty");
        var script = new StringBuilder("#!/bin/sh\ncd ").AppendLine(folder);
        for (int i = 0; i < invocations.Count; i++)
        {
            for (int k = 0; k < programs.Length; k++) AppendRun(script, Stem(i, k), invocations[i].Line(programs[k], pty));
        }

        string path = Path.Combine(folder, "script");
        Workshop.Script(path, script.ToString());
        sandbox.Run(["sh", path]).Succeeded();
        var answers = new Answer[invocations.Count][];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = new Answer[programs.Length];
            for (int k = 0; k < programs.Length; k++) answers[i][k] = Read(Path.Combine(folder, Stem(i, k)));
        }

        Directory.Delete(folder, recursive: true);
        return answers;
    }

    private static string Stem(int invocation, int program) => string.Create(CultureInfo.InvariantCulture, $"{invocation}-{program}");

    private static void AppendRun(StringBuilder script, string stem, string line) =>
        script.AppendLine(CultureInfo.InvariantCulture, $"</dev/null {line} >{stem} 2>{stem}e; echo $? >{stem}x");

    private static Answer Read(string stem) =>
        new(int.Parse(File.ReadAllText(stem + "x"), CultureInfo.InvariantCulture), File.ReadAllBytes(stem), File.ReadAllBytes(stem + "e"));
}
