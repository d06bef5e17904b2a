using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// Who held the sockets of a printed table. A row's identity has the number of its group of owners where others have their
/// network namespace.
/// </summary>
internal sealed class TextOwners : IOwnerLookup
{
    private const int NoText = -1;

    private readonly NativeList<Owner> _owners = new();

    // Where each group starts; group 0 is nobody.
    private readonly NativeList<int> _starts = new();
    private readonly InternedTexts _names;
    private ProcessRef[] _found = new ProcessRef[4];

    public TextOwners(ByteStore store)
    {
        _names = new InternedTexts(store);
        _starts.Add(0);
        _starts.Add(0);
    }

    public ReadOnlySpan<ProcessRef> FindOwners(ulong inode)
    {
        if (inode == 0 || inode >= (ulong)(_starts.Count - 1)) return [];
        int start = _starts[(int)inode];
        int count = _starts[(int)inode + 1] - start;
        if (count > _found.Length) _found = new ProcessRef[count];
        for (int i = 0; i < count; i++)
        {
            Owner owner = _owners[start + i];
            _found[i] = new ProcessRef(owner.Pid, owner.Fd, owner.Name == NoText ? default : _names[owner.Name])
            {
                Contexts = owner.Context == NoText ? null : new SecurityContexts(_names[owner.Context], null),
            };
        }

        return _found.AsSpan(0, count);
    }

    /// <summary>Adds one more owner to the group that is being made.</summary>
    public void Add(int pid, int fd, ReadOnlySpan<byte> name, ReadOnlySpan<byte> context = default) =>
        _owners.Add(new Owner { Pid = pid, Fd = fd, Name = name.IsEmpty ? NoText : _names.Add(name), Context = context.IsEmpty ? NoText : _names.Add(context) });

    /// <summary>The group of the owners added since the last one; 0 when there are none.</summary>
    public ulong Close()
    {
        if (_owners.Count == _starts[_starts.Count - 1]) return 0;
        _starts.Add(_owners.Count);
        return (ulong)_starts.Count - 2;
    }

    /// <summary>Gives the last group's first owner the name that a line behind its row says.</summary>
    public void NameLast(ReadOnlySpan<byte> name) => _owners[_starts[_starts.Count - 2]].Name = _names.Add(name);

    private struct Owner
    {
        public int Pid;
        public int Fd;
        public int Name;
        public int Context;
    }
}
