using System;

namespace Minato.Rendering.Ss;

/// <summary>
/// ss's ten columns and their widths. A column is as wide as the widest cell that was measured since the program began;
/// where the width of the screen is known, what is left of each line of it is spread over the line's columns.
/// </summary>
internal sealed class ExactColumns
{
    public const int Netid = 0;
    public const int State = 1;
    public const int ReceiveQueue = 2;
    public const int SendQueue = 3;
    public const int LocalAddress = 4;
    public const int LocalPort = 5;
    public const int PeerAddress = 6;
    public const int PeerPort = 7;
    public const int Process = 8;
    public const int Extras = 9;
    public const int Count = 10;

    private readonly Column[] _columns = new Column[Count];
    private readonly int _screen;
    private readonly bool _dropsTrailingBlanks;

    public ExactColumns(SsColumns columns, SsRelease release)
    {
        _screen = columns.TerminalWidth;
        _dropsTrailingBlanks = release.DropsTrailingBlanks && columns.TerminalWidth == 0;
        for (int i = 0; i < Count; i++)
        {
            _columns[i] = new Column
            {
                IsShown = i switch
                {
                    Netid => columns.Netid,
                    State => columns.State,
                    ReceiveQueue or SendQueue => columns.Queues,
                    Process => columns.Process || !release.HidesUnaskedProcess,
                    _ => true,
                },
                IsRightAligned = i is LocalAddress or PeerAddress,
                Delimiter = i is State or ReceiveQueue or SendQueue or LocalAddress or PeerAddress ? 1 : 0,
            };
        }
    }

    public static ReadOnlySpan<byte> Title(int column) => column switch
    {
        Netid => "Netid"u8,
        State => "State"u8,
        ReceiveQueue => "Recv-Q"u8,
        SendQueue => "Send-Q"u8,
        LocalAddress => "Local Address:"u8,
        PeerAddress => "Peer Address:"u8,
        LocalPort or PeerPort => "Port"u8,
        Process => "Process"u8,
        _ => default,
    };

    public bool IsShown(int column) => _columns[column].IsShown;

    public void Measure(int column, int length)
    {
        ref int longest = ref _columns[column].Longest;
        if (length > longest) longest = length;
    }

    /// <summary>Settles the widths for the rows measured so far.</summary>
    public void Settle()
    {
        bool isFirst = true;
        foreach (ref Column column in _columns.AsSpan())
        {
            if (!column.IsShown) continue;
            column.Width = column.Longest;
            if (!isFirst && column.Longest > 0) column.Width += column.Delimiter;
            if (_screen > 0) column.Width = Math.Min(column.Width, _screen);
            if (column.Width > 0) isFirst = false;
        }

        if (_screen > 0) Spread();
    }

    /// <summary>Whether a row's first cells can be kept for the next: only a screen makes them wide.</summary>
    public bool MayRepeatStart => _screen == 0;

    /// <summary>Writes the rows whose cells lie in <paramref name="buffer"/>.</summary>
    public void Write(Utf8Sink sink, ExactBuffer buffer)
    {
        Span<ExactPlace> places = stackalloc ExactPlace[Count];
        int starts = 0;
        for (int i = 0; i < LocalAddress; i++)
        {
            if (_columns[i].IsShown) starts++;
        }

        ExactLines lines = new(sink, places[..FillPlaces(places)], starts);
        for (int i = 0; i < buffer.Pieces; i++) lines.Write(buffer.Piece(i));
        lines.Finish();
    }

    // The lines of the screen that the columns of one row take, one after the other: nothing breaks a row but the screen.
    private void Spread()
    {
        int first = 0;
        int length = 0;
        int shown = 0;
        for (int i = 0; i < Count; i++)
        {
            int width = _columns[i].Width;
            if (width == 0) continue;
            if (length + width > _screen)
            {
                Share(first, i - 1, shown, _screen - length);
                (first, length, shown) = (i, 0, 0);
            }

            length += width;
            shown++;
            if (length == _screen) (first, length, shown) = (i + 1, 0, 0);
        }

        if (shown > 0) Share(first, Count - 1, shown, _screen - length);
    }

    // What does not divide goes to the last columns of the line, one each.
    private void Share(int first, int last, int shown, int blanks)
    {
        (int each, int rest) = Math.DivRem(blanks, shown);
        for (int i = last; i >= first; i--)
        {
            ref Column column = ref _columns[i];
            if (column.Width == 0) continue;
            column.Width += each;
            if (rest-- > 0) column.Width++;
        }
    }

    // The columns that have cells, in order.
    private int FillPlaces(Span<ExactPlace> places)
    {
        int count = 0;
        int lastNamed = IsShown(Process) ? Process : PeerPort;
        for (int i = 0; i < Count; i++)
        {
            ref Column column = ref _columns[i];
            if (!column.IsShown) continue;
            places[count] = new ExactPlace
            {
                Width = column.Width,
                Delimiter = count == 0 ? 0 : column.Delimiter,
                IsRightAligned = column.IsRightAligned,
                IsPaddedRight = !column.IsRightAligned && !(_dropsTrailingBlanks && i == lastNamed),
            };
            count++;
        }

        return count;
    }

    private struct Column
    {
        public bool IsShown;
        public bool IsRightAligned;
        public int Delimiter;
        public int Longest;
        public int Width;
    }
}
