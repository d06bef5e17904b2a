using System;
using System.Collections.Generic;
using System.IO;

namespace Minato.Tests.Live.Exact;

/// <summary>The three releases of ss: the installed one, where it is 6.1, and what eng/oracles brings.</summary>
internal static class Oracles
{
    private static readonly Dictionary<string, string> Found = [];
    private static string? _refusal;
    private static bool _asked;

    public static IReadOnlyList<string> Releases { get; } = ["6.1", "6.15", "7.3"];

    /// <summary>The path of that release's ss; the test is skipped with the reason where it cannot be had.</summary>
    public static string Of(string release)
    {
        lock (Found)
        {
            if (!Found.TryGetValue(release, out string? path))
                Found[release] = path = release == "6.1" ? Installed() : Brought(release);
            Assert.SkipWhen(path.StartsWith("no ", StringComparison.Ordinal), path);
            return path;
        }
    }

    private static string Installed()
    {
        const string Path = "/usr/bin/ss";
        if (!File.Exists(Path)) return "no ss is installed";
        string says = Command.Run([Path, "-V"], []).Output.Trim();
        return says == "ss utility, iproute2-6.1.0" ? Path : $"no oracle 6.1: what is installed says {says}";
    }

    private static string Brought(string release)
    {
        if (!_asked)
        {
            _asked = true;
            Outcome outcome = Command.Run(
                [Repository.Path("eng", "oracles")], Command.InheritedEnvironment(), limit: TimeSpan.FromMinutes(2));
            if (outcome.ExitCode != 0) _refusal = outcome.Errors.Trim();
        }

        string folder = Environment.GetEnvironmentVariable("MINATO_ORACLES") is { Length: > 0 } chosen
            ? chosen
            : Repository.Path("artifacts", "oracles");
        string path = Path.Combine(folder, release, "ss");
        return _refusal is null || File.Exists(path) ? path : "no oracle " + release + ": " + _refusal;
    }
}
