using System;

namespace Minato.Model;

/// <summary>Some values of a detail: the room is kept from socket to socket, so that a table of many costs no memory for each.</summary>
internal struct DetailList<T>
    where T : struct
{
    private T[]? _items;
    private int _count;

    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>The next item, to be filled.</summary>
    public ref T Add()
    {
        if (_items is null) _items = new T[4];
        else if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        return ref _items[_count++];
    }
}
