using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Reading;

/// <summary>Who held the sockets of a printed table. A row's identity has the number of its group of owners where others have their network namespace.</summary>
internal sealed class TextOwners(ByteStore store) : IOwnerLookup
{
    private readonly List<ProcessRef> _owners = [];

    // Where each group starts; group 0 is nobody.
    private readonly List<int> _starts = [0, 0];
    private readonly InternedTexts _names = new(store);

    public ReadOnlySpan<ProcessRef> FindOwners(ulong inode) =>
        inode == 0 || inode >= (ulong)(_starts.Count - 1)
            ? []
            : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_owners)[_starts[(int)inode].._starts[(int)inode + 1]];

    /// <summary>Adds one more owner to the group that is being made.</summary>
    public void Add(int pid, int fd, ReadOnlySpan<byte> name, ReadOnlySpan<byte> context = default) =>
        _owners.Add(new ProcessRef(pid, fd, name.IsEmpty ? default : _names[_names.Add(name)])
        {
            Contexts = context.IsEmpty ? null : new SecurityContexts(_names[_names.Add(context)], null),
        });

    /// <summary>The group of the owners added since the last one; 0 when there are none.</summary>
    public ulong Close()
    {
        if (_owners.Count == _starts[^1]) return 0;
        _starts.Add(_owners.Count);
        return (ulong)_starts.Count - 2;
    }

    /// <summary>Gives the last group's first owner the name that a line behind its row says.</summary>
    public void NameLast(ReadOnlySpan<byte> name)
    {
        ProcessRef owner = _owners[_starts[^2]];
        _owners[_starts[^2]] = new ProcessRef(owner.Pid, owner.Fd, _names[_names.Add(name)]);
    }

    /// <summary>Drops owners that were added for a row that turned out to be none.</summary>
    public void Drop() => _owners.RemoveRange(_starts[^1], _owners.Count - _starts[^1]);
}
