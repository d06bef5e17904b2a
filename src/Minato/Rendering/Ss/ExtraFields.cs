using System;

namespace Minato.Rendering.Ss;

/// <summary>
/// Writes the fields of a row's last column, which has no name: a blank before each, and breaks that put what follows on
/// a line of its own.
/// </summary>
internal sealed class ExtraFields(Utf8Sink sink, SsColumns columns, Utf8Sink? ahead = null)
{
    private int _owed;
    private bool _owesBreak;

    public Utf8Sink Sink => sink;

    /// <summary>For text that does not wait for the table but goes out at once; where nothing waits, the same.</summary>
    public Utf8Sink Ahead => ahead ?? sink;

    /// <summary>Begins a row's column; <paramref name="owed"/> blanks of the table go before its first field, if that stays on the row's line.</summary>
    public void Begin(int owed)
    {
        _owed = owed;
        _owesBreak = false;
    }

    /// <summary>Starts a field that follows a blank.</summary>
    public void Start(ReadOnlySpan<byte> name)
    {
        Settle();
        sink.Append((byte)' ');
        sink.Append(name);
    }

    public void Number(ReadOnlySpan<byte> name, ulong value)
    {
        Start(name);
        sink.AppendNumber(value);
    }

    public void Signed(ReadOnlySpan<byte> name, int value)
    {
        Start(name);
        if (value < 0) sink.Append((byte)'-');
        sink.AppendNumber((uint)Math.Abs((long)value));
    }

    public void Hex(ReadOnlySpan<byte> name, ulong value)
    {
        Start(name);
        sink.AppendHex(value);
    }

    /// <summary>Starts a field that begins a line, after <paramref name="indent"/>; a field like any other where the row has to stay one line.</summary>
    public void StartLine(ReadOnlySpan<byte> name, byte indent = (byte)'\t')
    {
        if (columns.OneLine)
        {
            Start(name);
            return;
        }

        _owed = 0;
        _owesBreak = false;
        sink.Append((byte)'\n');
        sink.Append(indent);
        sink.Append(name);
    }

    /// <summary>Puts what follows on a line of its own, unless the row has to stay one line. Minato's own table breaks no line for nothing.</summary>
    public void Break()
    {
        if (columns.OneLine) return;
        _owesBreak = true;
        if (columns.Release is not null) Settle();
    }

    /// <summary>Writes what is owed before the next field: for text that goes to <see cref="Sink"/> itself.</summary>
    public void Settle()
    {
        if (_owesBreak) sink.Append("\n\t"u8);
        else sink.AppendBlanks(_owed);
        _owed = 0;
        _owesBreak = false;
    }
}
