using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Minato.Reading;

/// <summary>Texts by number, each kept once.</summary>
internal sealed class InternedTexts(ByteStore store)
{
    private readonly List<ReadOnlyMemory<byte>> _texts = [];
    private readonly Dictionary<ReadOnlyMemory<byte>, int> _places = new(new ByBytes());

    public int Count => _texts.Count;

    /// <summary>The text's number, from 0.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        Dictionary<ReadOnlyMemory<byte>, int>.AlternateLookup<ReadOnlySpan<byte>> places = _places.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (places.TryGetValue(text, out int place)) return place;
        ReadOnlyMemory<byte> printed = store.Keep(text);
        _places.Add(printed, _texts.Count);
        _texts.Add(store.KeepUnescaped(text));
        return _texts.Count - 1;
    }

    public ReadOnlyMemory<byte> this[int place] => _texts[place];

    public bool TryGet(ulong place, out ReadOnlySpan<byte> text)
    {
        bool isThere = place < (ulong)_texts.Count;
        text = isThere ? _texts[(int)place].Span : default;
        return isThere;
    }

    private sealed class ByBytes : IEqualityComparer<ReadOnlyMemory<byte>>, IAlternateEqualityComparer<ReadOnlySpan<byte>, ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode([DisallowNull] ReadOnlyMemory<byte> obj) => GetHashCode(obj.Span);

        public ReadOnlyMemory<byte> Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, ReadOnlyMemory<byte> other) => alternate.SequenceEqual(other.Span);

        // HashCode draws its seed anew in each process: an input made to collide is none elsewhere.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            HashCode hash = default;
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
