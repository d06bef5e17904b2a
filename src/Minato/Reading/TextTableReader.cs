using System;

namespace Minato.Reading;

/// <summary>Reads printed tables of sockets from an input that comes in pieces: rows are found between whatever else stands there.</summary>
internal sealed class TextTableReader : ILineReader
{
    private readonly TableBuilder _table = new();
    private readonly TextLines _lines;
    private readonly LinuxRows _linux;
    private readonly LinuxUnixRows _linuxUnix;
    private readonly WindowsRows _windows;
    private readonly BsdRows _bsd;
    private readonly BsdUnixRows _bsdUnix;
    private readonly SsRows _ss;
    private readonly long[] _rowsOf = new long[(int)TextDialect.Ss + 1];
    private TableShape _shape;
    private TextLanguage _language;
    private long _line;
    private long _notUnderstood;
    private long _firstNotUnderstood;
    private long _otherLines;

    public TextTableReader()
    {
        _lines = new TextLines(this);
        _linux = new LinuxRows(_table);
        _linuxUnix = new LinuxUnixRows(_table);
        TailWords tail = new(_table);
        _windows = new WindowsRows(_table, tail);
        _bsd = new BsdRows(_table, tail);
        _bsdUnix = new BsdUnixRows(_table, tail);
        _ss = new SsRows(_table);
    }

    /// <summary>Takes a piece; false when it is no text, and no more of it need be read.</summary>
    public bool Feed(ReadOnlySpan<byte> bytes)
    {
        _lines.Feed(bytes);
        return !_lines.HasNul || _table.Rows.Count > 0;
    }

    /// <summary>The input ends: what was read.</summary>
    public TextTable End()
    {
        _lines.End();
        _ss.Close();
        return new TextTable(_table)
        {
            Dialect = MostRows(),
            Language = _language,
            Lines = _line,
            NotUnderstood = _notUnderstood,
            FirstNotUnderstood = _firstNotUnderstood,
            OtherLines = _otherLines,
            OtherRows = _ss.OtherRows,
            IsBinary = _lines.HasNul,
        };
    }

    void ILineReader.Take(ReadOnlySpan<byte> line, bool isTooLong)
    {
        _line++;
        TextLine words = new(line);
        if (words.Count == 0)
        {
            _windows.Close();
            return;
        }

        if (!isTooLong && !line.Contains((byte)0) && (TryRow(in words) || _windows.TryContinue(in words) || _ss.TryContinue(in words) || TryHeading(in words))) return;

        if (_shape.Kind == TableKind.Other && !isTooLong)
        {
            _otherLines++;
            return;
        }

        _windows.Close();
        if (_notUnderstood++ == 0) _firstNotUnderstood = _line;
    }

    private bool TryRow(in TextLine line)
    {
        TextDialect dialect = RowOf(in line);
        if (dialect == TextDialect.None) return false;
        if (dialect != TextDialect.Windows) _windows.Close();
        _rowsOf[(int)dialect]++;
        return true;
    }

    private TextDialect RowOf(in TextLine line)
    {
        ReadOnlySpan<byte> first = line[0];
        if (WindowsRows.IsProtocol(first)) return Read(_windows.TryRead(in line, Told(TableKind.Windows)), TextDialect.Windows);
        if (_shape.Kind == TableKind.Ss && _ss.TryRead(in line, _shape)) return TextDialect.Ss;
        if (_shape.Kind == TableKind.Bsd && _bsd.TryRead(in line, _shape)) return TextDialect.Bsd;
        if (first.SequenceEqual("unix"u8)) return Read(_linuxUnix.TryRead(in line, Told(TableKind.LinuxUnix)), TextDialect.Linux);
        if ((_shape.Kind == TableKind.BsdUnix || BsdUnixRows.IsRow(in line)) && _bsdUnix.TryRead(in line, Told(TableKind.BsdUnix))) return TextDialect.Bsd;
        if (SsRows.IsRow(in line)) return Read(_ss.TryRead(in line, Told(TableKind.Ss)), TextDialect.Ss);
        if (BsdRows.IsProtocol(first) || (_shape.Kind != TableKind.Linux && BsdRows.HasDots(line[3]))) return Read(_bsd.TryRead(in line, Told(TableKind.Bsd)), TextDialect.Bsd);
        return Read(_linux.TryRead(in line, Told(TableKind.Linux)), TextDialect.Linux);
    }

    private static TextDialect Read(bool isRead, TextDialect dialect) => isRead ? dialect : TextDialect.None;

    // What a heading says counts for rows of its own kind.
    private TableShape Told(TableKind kind) => _shape.Kind == kind ? _shape : default;

    private bool TryHeading(in TextLine line)
    {
        TitleKind title = TitleWords.Find(in line, out TextLanguage language);
        if (title == TitleKind.None)
        {
            if (!HeadingWords.TryRead(in line, out TableShape shape, out language)) return false;
            Begin(shape);
        }
        else if (title == TitleKind.Note)
        {
            _windows.Close();
        }
        else
        {
            Begin(new TableShape(title == TitleKind.Other ? TableKind.Other : title == TitleKind.Unix ? TableKind.LinuxUnix : TableKind.None, TableColumns.Program));
        }

        if (language != TextLanguage.English) _language = language;
        return true;
    }

    private void Begin(TableShape shape)
    {
        _windows.Close();
        _ss.Close();
        _shape = shape;
        if (shape.Kind != TableKind.Other) _table.Begin(isUnix: shape.Kind is TableKind.LinuxUnix or TableKind.BsdUnix);
    }

    private TextDialect MostRows()
    {
        int most = 0;
        for (int i = 1; i < _rowsOf.Length; i++)
        {
            if (_rowsOf[i] > _rowsOf[most]) most = i;
        }

        return (TextDialect)most;
    }
}
