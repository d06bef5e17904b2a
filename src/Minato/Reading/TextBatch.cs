using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>Rows on their way to a consumer, with their texts where a consumer looks for them.</summary>
internal sealed class TextBatch(TableBuilder table, ISocketConsumer consumer, int most)
{
    private readonly SocketEntry[] _rows = new SocketEntry[most];
    private readonly SocketDetails[] _details = new SocketDetails[most];
    private byte[] _texts = [];
    private int _used;
    private int _textsUsed;

    /// <summary>Rows given so far.</summary>
    public long Sum { get; private set; }

    /// <summary>Adds a row; false when the consumer wants no more.</summary>
    public bool Add(int place, in SocketEntry row)
    {
        ReadOnlySpan<byte> path = table.Rows.PathOf(place);
        ReadOnlySpan<byte> words = table.Rows.WordsOf(place, out PrintedCell[] columns);
        if ((_used == most || path.Length + words.Length > _texts.Length - _textsUsed) && !MakeRoom(path.Length + words.Length)) return false;
        ref SocketEntry added = ref _rows[_used];
        added = row;
        if (!path.IsEmpty)
        {
            added.UnixBytes = Keep(path);
            added.UnixPathLength = (ushort)path.Length;
        }

        if (!words.IsEmpty)
        {
            (_details[_used] ??= new SocketDetails()).Printed = new PrintedCells(columns, Keep(words));
            added.DetailsPlace = (ushort)(_used + 1);
        }

        _used++;
        Sum++;
        return true;
    }

    /// <summary>Gives what has not been given; false when the consumer wants no more.</summary>
    public bool Flush()
    {
        int used = _used;
        _used = _textsUsed = 0;
        return used == 0 || consumer.Accept(new SocketBatch(_rows.AsSpan(0, used), table.Owners, cgroups: null, _details));
    }

    private bool MakeRoom(int length)
    {
        if (!Flush()) return false;
        if (length > _texts.Length) _texts = new byte[Math.Max(length, TextLines.LongestLine)];
        return true;
    }

    private ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> text)
    {
        Memory<byte> place = _texts.AsMemory(_textsUsed, text.Length);
        text.CopyTo(place.Span);
        _textsUsed += text.Length;
        return place;
    }
}
