using System.Collections.Generic;

namespace Minato.Model;

/// <summary>How good an answer is: told when the last row has been given.</summary>
public sealed class SocketReport
{
    private List<string>? _notes;

    /// <summary>Rows given.</summary>
    public long Rows { get; internal set; }

    /// <summary>Where the rows came from; when tables came from different sources, the weakest.</summary>
    public Provenance Source { get; internal set; }

    /// <summary>Where the owners came from; nothing when none were searched.</summary>
    public Provenance OwnerSource { get; internal set; }

    /// <summary>Whether rows may be missing: a dump broke off or the kernel said that it changed under it.</summary>
    public bool Incomplete { get; internal set; }

    /// <summary>Rows dropped because the source's record was damaged.</summary>
    public long DamagedRows { get; internal set; }

    /// <summary>Rows that have an inode but no visible owner while some processes could not be looked into.</summary>
    public long UnseenOwners { get; internal set; }

    /// <summary>What was asked and could not be had.</summary>
    public IReadOnlyList<Unavailable> Unavailable { get; internal set; } = [];

    /// <summary>How the answer was come by, in sentences for who asks why it took as long as it did.</summary>
    internal IReadOnlyList<string> Notes => _notes ?? [];

    internal void Note(string how) => (_notes ??= []).Add(how);
}
