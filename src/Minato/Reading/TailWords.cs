using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>The columns behind those that every table has: titles, and what a row says in them.</summary>
internal sealed class TailWords(TableBuilder table)
{
    private readonly byte[] _words = new byte[TextLines.LongestLine];

    /// <summary>What macOS calls its columns. Those that nothing prints again are passed over.</summary>
    public static PrintedCell Title(ReadOnlySpan<byte> title) => title switch
    {
        _ when title.SequenceEqual("rxbytes"u8) => PrintedCell.ReceivedBytes,
        _ when title.SequenceEqual("txbytes"u8) => PrintedCell.SentBytes,
        _ when title.SequenceEqual("rxpackets"u8) => PrintedCell.ReceivedPackets,
        _ when title.SequenceEqual("txpackets"u8) => PrintedCell.SentPackets,
        _ when title.SequenceEqual("drops"u8) => PrintedCell.Drops,
        _ when title.SequenceEqual("rhiwat"u8) => PrintedCell.ReceiveLimit,
        _ when title.SequenceEqual("shiwat"u8) => PrintedCell.SendLimit,
        _ when title.SequenceEqual("process:pid"u8) => PrintedCell.Process,
        _ when title.SequenceEqual("eprocess:epid"u8) => PrintedCell.EffectiveProcess,
        _ when title.SequenceEqual("pid"u8) => PrintedCell.Pid,
        _ when title.SequenceEqual("state"u8) => PrintedCell.StateBits,
        _ when title.SequenceEqual("options"u8) => PrintedCell.OptionBits,
        _ => PrintedCell.None,
    };

    /// <summary>Reads the columns from a word on; gives the word behind them. What is missing at the end of a row is not there.</summary>
    /// <param name="line">The row.</param>
    /// <param name="word">The first column's word.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="endsLine">Whether nothing may follow them.</param>
    /// <param name="row">Gets the owners.</param>
    /// <param name="length">How many bytes <see cref="Kept"/> has.</param>
    public int Read(in TextLine line, int word, PrintedCell[] columns, bool endsLine, ref SocketEntry row, out int length)
    {
        length = 0;
        for (int column = 0; column < columns.Length; column++)
        {
            PrintedCell cell = columns[column];
            if (cell == PrintedCell.Process)
            {
                int last = FindProcess(in line, word, columns.AsSpan(column + 1), endsLine);
                if (last < 0) return word;
                TakeProcess(in line, word, last, ref row);
                Keep(default, ref length);
                word = last + 1;
                continue;
            }

            ReadOnlySpan<byte> text = line[word];
            if (text.IsEmpty) return word;
            word++;
            if (cell == PrintedCell.Pid) Own(text, default, ref row);
            Keep(text, ref length);
        }

        return word;
    }

    /// <summary>The words of the row that was read.</summary>
    public ReadOnlySpan<byte> Kept(int length) => _words.AsSpan(0, length);

    public void Keep(ReadOnlySpan<byte> text, ref int length)
    {
        text.CopyTo(_words.AsSpan(length));
        length += text.Length;
        _words[length++] = PrintedCells.End;
    }

    // "name:12" whose name may hold blanks and colons: what follows it are numbers, as many as there are columns.
    private static int FindProcess(in TextLine line, int word, ReadOnlySpan<PrintedCell> behind, bool endsLine)
    {
        for (int last = word; last < line.Count; last++)
        {
            if (!IsProcess(line[last])) continue;
            int end = last + behind.Length;
            if (endsLine && end > line.Count - 1) end = line.Count - 1;
            if (end > line.Count - 1 || (endsLine && end != line.Count - 1)) continue;
            bool areNumbers = true;
            for (int i = last + 1; i <= end && areNumbers; i++)
                areNumbers = behind[i - last - 1] == PrintedCell.EffectiveProcess ? IsProcess(line[i]) : IsBits(line[i]);
            if (areNumbers) return last;
        }

        return -1;
    }

    private static bool IsProcess(ReadOnlySpan<byte> text)
    {
        int colon = text.LastIndexOf((byte)':');
        return colon >= 0 && NumberWords.TryNumberOrDash(text[(colon + 1)..], out _);
    }

    private static bool IsBits(ReadOnlySpan<byte> text) =>
        NumberWords.IsDash(text) || NumberWords.TryHex(text.StartsWith("0x"u8) ? text[2..] : text, out _);

    private void TakeProcess(in TextLine line, int word, int last, ref SocketEntry row)
    {
        int colon = line[last].LastIndexOf((byte)':');
        Own(line[last][(colon + 1)..], line.Bytes[line.Start(word)..(line.Start(last) + colon)], ref row);
    }

    // A dash is a process that is not known, 0 that there is none.
    private void Own(ReadOnlySpan<byte> number, ReadOnlySpan<byte> name, ref SocketEntry row)
    {
        bool isNumber = NumberWords.TryNumber(number, out uint pid) && pid <= int.MaxValue;
        if (!isNumber && (name.IsEmpty || NumberWords.IsDash(name))) return;
        row.Known |= SocketFields.Owners;
        if (isNumber && pid == 0) return;
        table.Owners.Add(isNumber ? (int)pid : -1, fd: -1, NumberWords.IsDash(name) ? default : name);
        row.Identity = ProgramWord.Identity(table.Owners.Close());
    }
}
