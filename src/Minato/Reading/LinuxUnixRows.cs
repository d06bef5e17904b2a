using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// Rows of UNIX sockets as net-tools prints them: <c>unix 2 [ ACC ] STREAM LISTENING 1234 1/init /run/x</c>. A path, and the
/// name of a program, may hold blanks: their places say where they end.
/// </summary>
internal sealed class LinuxUnixRows(TableBuilder table)
{
    private const int InodeWidth = 8;
    private const int ProgramWidth = 20;
    private const int ContextWidth = 49;

    public bool TryRead(in TextLine line, TableShape shape)
    {
        if (!line[0].SequenceEqual("unix"u8) || !NumberWords.TryNumberOrDash(line[1], out uint? references) || !line[2].StartsWith("["u8)) return false;
        int word = 2;
        while (word < line.Count && line[word][^1] != ']') word++;
        if (!TryType(line[++word], out Transport transport)) return false;
        SocketEntry row = new()
        {
            Transport = transport,
            Family = SocketFamily.Unix,
            State = SocketState.Closed,
            UnixReferences = references ?? 0,
            Known = SocketFields.FromText | (references is null ? SocketFields.None : SocketFields.UnixReferences),
        };
        if (StateWords.TryFindUnix(line[++word], out SocketState state))
        {
            row.State = state;
            word++;
        }

        if (NumberWords.TryNumber(line[word], out ulong inode)) (row.Inode, row.Known) = (inode, row.Known | SocketFields.Inode);
        else if (!NumberWords.IsDash(line[word])) return false;
        int at = Math.Max(line.Start(word) + InodeWidth, line.End(word));
        bool hasProgram = shape.Kind == TableKind.LinuxUnix ? shape.Has(TableColumns.Program) : IsProgram(line[word + 1]);
        if (hasProgram) at = ReadProgram(in line, shape, word + 1, at, ref row);
        else if (at < line.Bytes.Length) at++;
        if (at < line.Bytes.Length) table.SetPath(line.Bytes[at..], ref row);
        table.Add(in row);
        return true;
    }

    // Where the path starts.
    private int ReadProgram(in TextLine line, TableShape shape, int word, int inodeEnd, ref SocketEntry row)
    {
        int start = line.Start(word);
        if (start >= line.Bytes.Length) return start;

        // Older releases have no blank between the program's column and the path, and another width before it.
        int end = Math.Min(start + ProgramWidth, line.Bytes.Length);
        bool isWhole = start - inodeEnd is 0 or 1 || start - line.End(word - 1) == 1;
        if (!isWhole) end = line.End(word);
        int context = Math.Min(end + 1, line.Bytes.Length);
        int contextEnd = context;
        if (shape.Has(TableColumns.Context)) contextEnd = EndOfWord(line.Bytes, context);
        if (ProgramWord.TryRead(table.Owners, TextLine.Trim(line.Bytes[start..end]), line.Bytes[context..contextEnd], out ulong owners))
        {
            row.Identity = ProgramWord.Identity(owners);
            row.Known |= SocketFields.Owners;
        }
        else if (!NumberWords.IsDash(line[word]))
        {
            return line.Start(word);
        }

        if (shape.Has(TableColumns.Context)) end = Math.Min(Math.Max(contextEnd, context + ContextWidth), line.Bytes.Length);
        if (end < line.Bytes.Length && line.Bytes[end] == ' ') end++;
        return isWhole ? end : line.Start(word + 1);
    }

    private static int EndOfWord(ReadOnlySpan<byte> text, int start)
    {
        int end = text[start..].IndexOf((byte)' ');
        return end < 0 ? text.Length : start + end;
    }

    private static bool IsProgram(ReadOnlySpan<byte> text) => NumberWords.IsDash(text) || (text.IndexOf((byte)'/') > 0 && text[0] is >= (byte)'0' and <= (byte)'9');

    private static bool TryType(ReadOnlySpan<byte> word, out Transport transport)
    {
        transport = word switch
        {
            _ when word.SequenceEqual("DGRAM"u8) => Transport.UnixDatagram,
            _ when word.SequenceEqual("SEQPACKET"u8) => Transport.UnixSeqPacket,
            _ => Transport.UnixStream,
        };
        return transport != Transport.UnixStream || word.SequenceEqual("STREAM"u8);
    }
}
