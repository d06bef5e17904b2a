namespace Minato.Cli.Doors;

/// <summary>One option of a door: parser, help, man page and completions come from it.</summary>
/// <param name="Id">What it does, as the door's own enum value.</param>
/// <param name="Short">Its letter, or NUL.</param>
/// <param name="Long">Its long name without dashes, or null.</param>
/// <param name="Help">One line for the help; null for a second spelling or an option without a place in it.</param>
/// <param name="ValueName">What its value is called, or null when it takes none.</param>
internal sealed record OptionSpec(int Id, char Short, string? Long, string? Help, string? ValueName = null)
{
    /// <summary>Whether the original has it but this version of Minato does not.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether it is Minato's own: prefixes of it are not taken, so that those of the original's names stay what they were.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether its value may be left out; it is then taken only from behind <c>=</c>, as getopt_long takes it.</summary>
    public bool IsValueOptional { get; init; }

    /// <summary>The value with what joins it to the long name: <c>=VALUE</c>, <c>[=VALUE]</c>, or nothing.</summary>
    public string ValueHint => ValueName is null ? "" : IsValueOptional ? "[=" + ValueName + "]" : "=" + ValueName;

    /// <summary>The name in messages: its letter where it has one.</summary>
    public string Name => Short == '\0' ? "--" + Long : "-" + Short;
}

/// <summary>Options that belong together in the help.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Options">The options.</param>
internal sealed record OptionGroup(string Title, OptionSpec[] Options);
