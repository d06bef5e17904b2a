using System;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>Cells of macOS' tables that are not of sockets: padded, and cut where their text is.</summary>
internal sealed class MacOsCells(Utf8Sink sink)
{
    private readonly TextBuffer _text = new();

    /// <summary>A cell's text is appended here after <see cref="Begin"/>.</summary>
    public Utf8Sink Text => _text.Sink;

    public void Begin() => _text.Clear();

    /// <summary>Ends the cell: at least and at most that wide.</summary>
    public void EndLeft(int width)
    {
        ReadOnlySpan<byte> text = NetstatText.WholeCharacters(_text.Bytes, width);
        sink.Append(text);
        sink.AppendBlanks(width - text.Length);
    }

    /// <summary>The same at the right.</summary>
    public void EndRight(int width)
    {
        ReadOnlySpan<byte> text = NetstatText.WholeCharacters(_text.Bytes, width);
        sink.AppendBlanks(width - text.Length);
        sink.Append(text);
    }

    /// <summary>A number at the right, which a longer one pushes; <c>-</c> where there is none.</summary>
    public void Number(ulong? number, int width)
    {
        _text.Clear();
        if (number is { } known) _text.Sink.AppendNumber(known);
        else _text.Sink.Append((byte)'-');
        ReadOnlySpan<byte> text = _text.Bytes;
        sink.AppendBlanks(width - text.Length);
        sink.Append(text);
    }

    /// <summary>A word at the right.</summary>
    public void WordRight(ReadOnlySpan<byte> word, int width)
    {
        sink.AppendBlanks(width - word.Length);
        sink.Append(word);
    }

    public void Gap() => sink.Append((byte)' ');

    public void EndLine() => sink.Append((byte)'\n');
}
