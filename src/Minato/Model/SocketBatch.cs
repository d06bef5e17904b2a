using System;

namespace Minato.Model;

/// <summary>Finds who holds a socket.</summary>
internal interface IOwnerLookup
{
    /// <summary>Owners of a socket by pid descending, then descriptor descending; valid until the next call.</summary>
    ReadOnlySpan<ProcessRef> FindOwners(ulong inode);
}

/// <summary>Finds the path of a control group.</summary>
internal interface ICgroupLookup
{
    /// <summary>Path below the cgroup mount ("/" is the root), or empty when the id leads nowhere; valid until the next call.</summary>
    ReadOnlySpan<byte> FindCgroup(ulong id);
}

/// <summary>Some rows of an answer. Valid, with everything it leads to, only until the consumer returns.</summary>
public readonly ref struct SocketBatch
{
    private readonly IOwnerLookup? _owners;
    private readonly ICgroupLookup? _cgroups;
    private readonly ReadOnlySpan<SocketDetails> _details;

    internal SocketBatch(
        ReadOnlySpan<SocketEntry> entries, IOwnerLookup? owners, ICgroupLookup? cgroups, ReadOnlySpan<SocketDetails> details = default)
    {
        _details = details;
        Entries = entries;
        _owners = owners;
        _cgroups = cgroups;
    }

    /// <summary>The rows.</summary>
    public ReadOnlySpan<SocketEntry> Entries { get; }

    /// <summary>Some of the same rows: what belongs to them stays where it is.</summary>
    internal SocketBatch Only(ReadOnlySpan<SocketEntry> entries) => new(entries, _owners, _cgroups, _details);

    /// <summary>Owners of a row by pid descending, then descriptor descending; empty when not asked, not seen or none. Valid until the next call.</summary>
    public ReadOnlySpan<ProcessRef> OwnersOf(in SocketEntry entry)
    {
        // A printed table may name owners without an inode: the row's identity leads to them.
        ulong key = entry.Has(SocketFields.FromText) ? entry.Identity.NetNamespace : entry.Inode;
        return _owners is null || key == 0 ? [] : _owners.FindOwners(key);
    }

    /// <summary>Path of a row's control group below the cgroup mount; empty when not asked or not found. Valid until the next call.</summary>
    public ReadOnlySpan<byte> CgroupOf(in SocketEntry entry) =>
        _cgroups is null || entry.CgroupId == 0 ? [] : _cgroups.FindCgroup(entry.CgroupId);

    /// <summary>What only a question for it brings along: metrics, memory, options; null when none was asked or told.</summary>
    public SocketDetails? DetailsOf(in SocketEntry entry) => entry.DetailsPlace == 0 ? null : _details[entry.DetailsPlace - 1];
}

/// <summary>Takes the rows of an answer as they come.</summary>
public interface ISocketConsumer
{
    /// <summary>Takes some rows; false ends the reading (the reader of a pipe went away, enough was seen).</summary>
    bool Accept(SocketBatch batch);
}
