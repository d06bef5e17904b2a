using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Minato.Tests.Live.Exact;

/// <summary>
/// Many invocations in one shell, because starting one from here costs more than ss itself: each is asked of the original, of
/// the other program and of the original again, side by side in time.
/// </summary>
internal static class Batch
{
    private const int Attempts = 4;
    private static int _number;

    /// <summary>What differs, an invocation a line block; empty when nothing does.</summary>
    public static List<string> Differences(Sandbox sandbox, string original, string other, IReadOnlyList<Invocation> invocations)
    {
        var differences = new List<string>();
        IReadOnlyList<Invocation> left = invocations;
        for (int attempt = 1; left.Count > 0; attempt++)
        {
            var moved = new List<Invocation>();
            var answers = Ask(sandbox, original, other, left);
            for (int i = 0; i < left.Count; i++)
            {
                (Answer before, Answer given, Answer after) = answers[i];
                string? unrest = Comparison.Difference(before, after);
                if (unrest is not null && attempt < Attempts)
                    moved.Add(left[i]);
                else if ((unrest is null ? Comparison.Difference(before, given) : "the original itself is not steady: " + unrest) is { } difference)
                    differences.Add($"{left[i]}\n  {difference}");
            }

            left = moved;
        }

        return differences;
    }

    private static (Answer Before, Answer Given, Answer After)[] Ask(
        Sandbox sandbox, string original, string other, IReadOnlyList<Invocation> invocations)
    {
        string folder = Workshop.MakeDirectory("exact-" + (++_number).ToString(CultureInfo.InvariantCulture));
        string pty = Workshop.Compiled("pty");
        var script = new StringBuilder("#!/bin/sh\ncd ").AppendLine(folder);
        for (int i = 0; i < invocations.Count; i++)
        {
            AppendRun(script, i, 'a', invocations[i].Line(original, pty));
            AppendRun(script, i, 'b', invocations[i].Line(other, pty));
            AppendRun(script, i, 'c', invocations[i].Line(original, pty));
        }

        string path = Path.Combine(folder, "script");
        Workshop.Script(path, script.ToString());
        sandbox.Run(["sh", path]).Succeeded();
        var answers = new (Answer, Answer, Answer)[invocations.Count];
        for (int i = 0; i < answers.Length; i++)
            answers[i] = (Read(folder, i, 'a'), Read(folder, i, 'b'), Read(folder, i, 'c'));
        Directory.Delete(folder, recursive: true);
        return answers;
    }

    private static void AppendRun(StringBuilder script, int number, char letter, string line) => script.AppendLine(
        CultureInfo.InvariantCulture, $"{line} >{number}{letter} 2>{number}{letter}e </dev/null; echo $? >{number}{letter}x");

    private static Answer Read(string folder, int number, char letter)
    {
        string stem = Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture) + letter);
        return new Answer(
            int.Parse(File.ReadAllText(stem + "x"), CultureInfo.InvariantCulture), File.ReadAllBytes(stem), File.ReadAllBytes(stem + "e"));
    }
}
