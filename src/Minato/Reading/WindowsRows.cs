using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>
/// Rows as Windows prints them in any language: <c>TCP 10.0.0.2:50000 93.184.216.34:443 ESTABLISHED 4242</c>, and the lines
/// of -b behind a row, which name the program.
/// </summary>
internal sealed class WindowsRows(TableBuilder table, TailWords tail)
{
    private const int PeerWord = 2;

    // Whether the line before belongs to a row, so that a program's name may follow.
    private bool _isOpen;

    public bool TryRead(in TextLine line, TableShape shape)
    {
        if (!TryProtocol(line[0], out Transport transport, out bool isV6)) return false;
        if (!EndWords.TryRead(table.Names, line[1], EndForm.Windows, isV6: false, out EndWord local)) return false;
        if (!EndWords.TryRead(table.Names, line[PeerWord], EndForm.Windows, isV6: false, out EndWord peer)) return false;

        SocketEntry row = new() { Transport = transport, Known = SocketFields.FromText };
        int word = PeerWord + 1;
        if (!TryState(in line, in local, in peer, ref word, ref row)) return false;
        RowEnds.SetScoped(table.Names, ref local, ref peer, ref row);
        bool hasV6 = isV6 || (local.IsText ? peer is { IsText: false, End.Addr.IsV6: true } : local.End.Addr.IsV6);
        row.Family = hasV6 ? SocketFamily.Inet6 : SocketFamily.Inet;
        if (hasV6 && peer.IsAny) row.PeerEnd.Addr = IpAddr.V6(0, 0);
        word = ReadProcess(in line, shape, word, ref row);
        Add(in line, shape.Tail, word, in row);
        _isOpen = true;
        return true;
    }

    /// <summary>Takes a line of -b: a service, <c>[program.exe]</c>, or that the owner could not be found.</summary>
    public bool TryContinue(in TextLine line)
    {
        if (!_isOpen || line.Bytes.IsEmpty || (line.Bytes[0] != ' ' && line.Bytes[0] != '\t') || line.Start(0) > 4) return false;
        ReadOnlySpan<byte> text = line.From(0);
        bool isProgram = text[0] == '[' && text[^1] == ']';

        // A service is one word; that the owner could not be found takes more, in every language.
        if (!isProgram && line.Count < 3)
        {
            table.Rows.AppendToLast(PrintedCell.Components, text);
            return true;
        }

        _isOpen = false;
        ReadOnlySpan<byte> name = isProgram ? text[1..^1] : default;
        SocketEntry row = table.Last;
        bool hasPid = row.Has(SocketFields.Owners);
        row.Known |= SocketFields.Owners;
        if (row.Identity.NetNamespace != 0)
        {
            if (isProgram) table.Owners.NameLast(name);
        }
        else
        {
            table.Owners.Add(hasPid ? 0 : -1, fd: -1, name);
            row.Identity = ProgramWord.Identity(table.Owners.Close());
        }

        table.SetLast(in row);
        return true;
    }

    /// <summary>A blank line, a heading, or a line of something else.</summary>
    public void Close() => _isOpen = false;

    public static bool IsProtocol(ReadOnlySpan<byte> word) => TryProtocol(word, out _, out _);

    // Never in small letters, which are those of the other systems.
    private static bool TryProtocol(ReadOnlySpan<byte> word, out Transport transport, out bool isV6)
    {
        isV6 = word.EndsWith("v6"u8);
        if (isV6) word = word[..^2];
        transport = word.SequenceEqual("UDP"u8) ? Transport.Udp : Transport.Tcp;
        return transport == Transport.Udp || word.SequenceEqual("TCP"u8);
    }

    private static bool TryState(in TextLine line, in EndWord local, in EndWord peer, ref int word, ref SocketEntry row)
    {
        ReadOnlySpan<byte> text = line[word];
        if (row.Transport == Transport.Udp)
        {
            row.State = peer.IsAny || peer.End is { Port: 0, PortText: 0 } ? SocketState.Closed : SocketState.Established;
            if (StateWords.TryFind(text, out _)) word++;
            return true;
        }

        if (StateWords.TryFind(text, out SocketState state))
        {
            row.State = state;
            word++;
            return true;
        }

        // A word in a language that is not known here: a listener shows by its other end. Prose has no such ends.
        if (local.End.PortText != 0 || peer.End.PortText != 0) return false;
        bool isNumber = NumberWords.TryNumber(text, out ulong _);
        if (!text.IsEmpty && !isNumber) word++;
        if (peer.End is { Port: 0, Addr.IsUnspecified: true }) row.State = SocketState.Listen;
        return true;
    }

    // The word behind the number of the process; without a heading, that is the last of the row.
    private int ReadProcess(in TextLine line, TableShape shape, int word, ref SocketEntry row)
    {
        bool hasPid = shape.Kind != TableKind.Windows || shape.Has(TableColumns.Pid);
        if (!hasPid || !NumberWords.TryNumberOrDash(line[word], out uint? pid) || pid > int.MaxValue) return word;
        if (pid is null) return word + 1;
        row.Known |= SocketFields.Owners;
        if (pid == 0) return word + 1;
        table.Owners.Add((int)pid, fd: -1, default);
        row.Identity = ProgramWord.Identity(table.Owners.Close());
        return word + 1;
    }

    // Columns that TCP alone has. The last may hold blanks.
    private void Add(in TextLine line, PrintedCell[]? columns, int word, in SocketEntry row)
    {
        if (columns is null || row.Transport != Transport.Tcp)
        {
            table.Add(in row);
            return;
        }

        int length = 0;
        for (int i = 0; i < columns.Length; i++) tail.Keep(columns[i] == PrintedCell.Template ? line.From(word + i) : line[word + i], ref length);
        table.Add(in row, columns, tail.Kept(length));
    }
}
