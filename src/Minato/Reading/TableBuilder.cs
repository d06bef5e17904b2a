using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Reading;

/// <summary>What the readers of rows add to, and what they keep texts in.</summary>
internal sealed class TableBuilder
{
    private readonly byte[] _path = new byte[TextLines.LongestLine];
    private bool _hasUnix;
    private int _snapshot;

    public TableBuilder()
    {
        ByteStore store = new();
        Names = new TextNames(store);
        Owners = new TextOwners(store);
    }

    public TextNames Names { get; }

    public TextOwners Owners { get; }

    public TextRows Rows { get; } = new();

    public List<TextSection> Sections { get; } = [];

    /// <summary>
    /// A heading: what follows is another look at the sockets when it cannot belong to what came before it. UNIX sockets
    /// follow the internet sockets of the same look.
    /// </summary>
    public void Begin(bool isUnix)
    {
        bool isEmpty = Sections.Count == 0 || Sections[^1].Snapshot != _snapshot;
        if (isEmpty || (isUnix && !_hasUnix)) return;
        _snapshot++;
        _hasUnix = false;
    }

    public void Add(in SocketEntry row) => Add(in row, [], default);

    /// <param name="row">The row.</param>
    /// <param name="columns">The columns that no field holds.</param>
    /// <param name="words">What they say.</param>
    public void Add(in SocketEntry row, PrintedCell[] columns, ReadOnlySpan<byte> words)
    {
        bool isUnix = row.Family == SocketFamily.Unix;
        _hasUnix |= isUnix;
        if (Sections.Count > 0 && Sections[^1] is var last && last.Snapshot == _snapshot && last.IsUnix == isUnix)
            Sections[^1] = last with { Count = last.Count + 1 };
        else
            Sections.Add(new TextSection(_snapshot, isUnix, Rows.Count, 1));
        SocketEntry added = row;
        if (!added.Has(SocketFields.Cookie)) added.Identity.Set(added.Identity.NetNamespace, 0, SocketIdKind.Tuple);
        Rows.Add(in added, columns, words);
    }

    /// <summary>The row added last, to be changed by what follows it.</summary>
    public SocketEntry Last => Rows.Get(Rows.Count - 1);

    public void SetLast(in SocketEntry row) => Rows.Set(Rows.Count - 1, in row);

    /// <summary>Gives a row its path, as it was before its printer escaped it; it is kept when the row is added.</summary>
    public void SetPath(ReadOnlySpan<byte> printed, ref SocketEntry row)
    {
        int length = EscapedText.Unescape(printed, _path);
        row.UnixBytes = _path.AsMemory(0, length);
        row.UnixPathLength = (ushort)length;
    }
}

/// <summary>Rows of one kind that stood together.</summary>
/// <param name="Snapshot">Which look at the sockets, from 0: a repeated listing has many.</param>
/// <param name="IsUnix">Whether they are UNIX sockets.</param>
/// <param name="First">The first row.</param>
/// <param name="Count">How many rows.</param>
internal readonly record struct TextSection(int Snapshot, bool IsUnix, int First, int Count);
