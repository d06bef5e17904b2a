using System;
using Minato.Rendering;

namespace Minato.Cli.Terminal;

/// <summary>
/// A terminal on which each listing takes the place of the one before: it is gathered, cut to the terminal's size and written
/// at once from the upper left corner on. What a person is told besides comes below it. Nothing scrolls, and nothing of the
/// terminal's state is changed, so that there is nothing to put back.
/// </summary>
internal sealed class Screen
{
    private readonly OutputStream _output;
    private readonly ScreenText _listing = new();
    private readonly ScreenText _messages = new();
    private bool _isFirst = true;

    private Screen(OutputStream output) => _output = output;

    /// <summary>Whether there is a terminal that can be written on anew.</summary>
    public static bool IsThere => OutputStream.Standard.WindowColumns > 0 && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Takes what is written from now on to standard output, and to standard error where that is a terminal too.</summary>
    public static Screen Open()
    {
        Screen screen = new(OutputStream.Standard);
        OutputStream.Standard.Instead = screen._listing;
        if (OutputStream.Error.WindowColumns > 0) OutputStream.Error.Instead = screen._messages;
        return screen;
    }

    /// <summary>Shows what was written since the last time.</summary>
    public void Show()
    {
        (int rows, int columns) = _output.Extent;
        byte[] frame = Compose(rows, columns);
        _listing.Clear();
        _messages.Clear();
        _output.Instead = null;
        _output.Write(frame);
        _output.Instead = _listing;
    }

    private byte[] Compose(int rows, int columns)
    {
        TextBuffer frame = new();

        // What stood on the terminal before goes up into what can be scrolled back.
        if (_isFirst)
        {
            for (int row = 1; row < rows; row++) frame.Sink.Append((byte)'\n');
        }

        _isFirst = false;
        frame.Sink.Append("\e[H"u8);
        int messages = Math.Min(_messages.Lines, rows / 2);
        int shown = Math.Min(_listing.Lines, rows - messages);
        for (int row = 0; row < shown + messages; row++)
        {
            // A line that fills the terminal leaves the cursor upon its last letter: what is left of the old one goes first.
            frame.Sink.Append(row == 0 ? "\e[K"u8 : "\r\n\e[K"u8);
            ReadOnlySpan<byte> line = row < shown ? _listing.Line(row) : _messages.Line(row - shown);
            frame.Sink.Append(ScreenText.Cut(line, columns));
        }

        if (shown + messages < rows) frame.Sink.Append("\r\n\e[J"u8);
        return frame.Bytes.ToArray();
    }
}
