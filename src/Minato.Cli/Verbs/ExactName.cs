using System;
using System.Diagnostics.CodeAnalysis;

namespace Minato.Cli.Verbs;

/// <summary>
/// The name of the link between <c>ss</c> and the program that asks for ss's own bytes. The choice is a file name
/// because sudo, cron and systemd drop the environment and keep files.
/// </summary>
internal static class ExactName
{
    /// <summary>The variable that asks for ss's own bytes; only the ss door obeys it.</summary>
    public const string Variable = "MINATO_EXACT";

    public const string Newest = "minato-exact";
    public const string Releases = "6.1, 6.15, 7.3, auto (the release of the ss on PATH), newest";

    /// <summary>Every name that this version gives such a link.</summary>
    public static ReadOnlySpan<string> All => (string[])[Newest, Newest + "-6.1", Newest + "-6.15", Newest + "-7.3", Newest + "-auto"];

    public static bool TryGet(string release, [NotNullWhen(true)] out string? link)
    {
        link = release switch
        {
            "1" or "newest" => Newest,
            "6.1" or "6.15" or "7.3" or "auto" => $"{Newest}-{release}",
            _ => null,
        };
        return link is not null;
    }

    /// <summary>The link that stands for what MINATO_EXACT asks; null for nothing, and for what is no release.</summary>
    public static string? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { } release && TryGet(release, out string? link) ? link : null;

    public static bool Is(string name) =>
        name == Newest || name.StartsWith(Newest + "-", StringComparison.Ordinal);
}
