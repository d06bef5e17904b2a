using System;
using System.Globalization;
using System.IO;
using System.Text;
using Minato.Cli.Terminal;
using Minato.Cli.Verbs;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The ss that this machine would start if Minato were not in its place.</summary>
internal static class InstalledSs
{
    // An ss that does not answer within this time is none.
    private const int Patience = 2000;

    // A link of ours further down PATH answers for Minato, whatever the environment: then it is passed over.
    private const string NotExact = "MINATO_EXACT=0";

    /// <summary>The release that the first ss on PATH is nearest to; the newest where there is none (docs/adr/0005).</summary>
    public static SsRelease FindRelease()
    {
        string? program = ThisProgram.Path;
        foreach (string candidate in new PathSearch(Environment.GetEnvironmentVariable("PATH")).FindAll("ss"))
        {
            if (program is not null && new LinkFolder(Path.GetDirectoryName(candidate) ?? "/", program).IsOurs("ss")) continue;
            byte[]? answer = ChildOutput.Read(candidate, "-V", NotExact, Patience);
            if (answer is not null && ReleaseOf(Encoding.UTF8.GetString(answer)) is { } release) return release;
        }

        return SsRelease.Newest;
    }

    /// <summary>Reads <c>ss utility, iproute2-6.1.0</c>; a name from before 5.0 (<c>iproute2-ss190107</c>) is the oldest. Null when it is no such line.</summary>
    internal static SsRelease? ReleaseOf(string line)
    {
        const string Beginning = "ss utility, iproute2-";
        if (!line.StartsWith(Beginning, StringComparison.Ordinal)) return null;
        string[] numbers = line[Beginning.Length..].Trim().Split('.');
        return SsRelease.Nearest(Number(numbers, 0), Number(numbers, 1));
    }

    private static int Number(string[] numbers, int at) =>
        at < numbers.Length && int.TryParse(numbers[at], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
