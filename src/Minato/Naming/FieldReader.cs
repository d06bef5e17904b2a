using System;

namespace Minato.Naming;

/// <summary>
/// Walks text of lines and blank-separated fields, as the files of /etc keep them; what follows a <c>#</c> is a comment.
/// Fields come as places in the text, so that a table can point at them.
/// </summary>
internal ref struct FieldReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;
    private int _lineEnd;
    private int _nextLine;

    /// <summary>Goes to the next line; false at the end of the text.</summary>
    public bool NextLine()
    {
        if (_nextLine >= _text.Length) return false;
        _at = _nextLine;
        ReadOnlySpan<byte> rest = _text[_at..];
        int length = rest.IndexOf((byte)'\n');
        if (length < 0) length = rest.Length;
        _nextLine = _at + length + 1;
        int comment = rest[..length].IndexOf((byte)'#');
        _lineEnd = _at + (comment < 0 ? length : comment);
        return true;
    }

    /// <summary>The next field of this line; false when the line has no more.</summary>
    public bool NextField(out Range field)
    {
        while (_at < _lineEnd && IsBlank(_text[_at])) _at++;
        int start = _at;
        while (_at < _lineEnd && !IsBlank(_text[_at])) _at++;
        field = start.._at;
        return _at > start;
    }

    // isspace(3) in the C locale.
    private static bool IsBlank(byte b) => b is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');
}
