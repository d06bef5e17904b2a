using System;

namespace Minato.Model;

/// <summary>Some values of a detail: the room is kept from socket to socket, so that a table of many costs no memory for each.</summary>
internal struct DetailList<T>
    where T : struct
{
    private const int Least = 4;

    private T[]? _items;
    private int _count;

    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Gives up the room that another list may still use.</summary>
    public void Detach() => _items = Span.ToArray();

    /// <summary>The next item, to be filled.</summary>
    public ref T Add()
    {
        _items ??= new T[Least];
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(Least, _count * 2));
        return ref _items[_count++];
    }
}
