namespace Minato.Model;

/// <summary>Something that was asked and could not be had.</summary>
/// <param name="What">The thing: a table, a field, the owners.</param>
/// <param name="Why">The reason, in English.</param>
/// <param name="Remedy">What would help (a privilege, a kernel version), or null when nothing would.</param>
public sealed record Unavailable(string What, string Why, string? Remedy)
{
    /// <summary>What <see cref="What"/> says of processes that could not be looked into.</summary>
    internal const string Owners = "owners";

    /// <summary>What the program that a door imitates says instead; null when it says nothing.</summary>
    internal string? Original { get; init; }

    /// <summary>Whether rows of a whole table are missing, not just a field of them.</summary>
    public bool IsWholeTable { get; init; }
}
