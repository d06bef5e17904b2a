using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>What ss says behind the ends of a socket: owners, timer, user and inode. The rest is passed over.</summary>
internal sealed class SsExtras(TableBuilder table)
{
    // ss's own separators are no field.
    private const int Arrow = 3;

    /// <summary>Whether a text is nothing but such fields: what else would follow a path would be part of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasQuotes">Whether names of processes may hold quotes: Minato escapes them, ss does not.</param>
    public static bool AreExtras(ReadOnlySpan<byte> text, bool hasQuotes)
    {
        while (!(text = text.TrimStart(" \t"u8)).IsEmpty)
        {
            int length = LengthOf(text, hasQuotes);
            if (length == 0) return false;
            text = text[length..];
        }

        return true;
    }

    public void Read(ReadOnlySpan<byte> text, ref SocketEntry row)
    {
        while (!(text = text.TrimStart(" \t"u8)).IsEmpty)
        {
            int length = LengthOf(text, hasQuotes: true);

            // What ss 7 appends to TCP may be anything with blanks in it: "bbr wscale:7,7 send 1.2Mbps".
            if (length == 0) length = WordLength(text);
            else Take(text[..length], ref row);
            text = text[length..];
        }
    }

    private void Take(ReadOnlySpan<byte> field, ref SocketEntry row)
    {
        if (field.StartsWith("users:(("u8))
        {
            if ((row.Known & SocketFields.Owners) != 0) return;
            OwnersLength(field, table.Owners, hasQuotes: true);
            row.Identity.Set(table.Owners.Close(), row.Identity.Value, row.Identity.Kind);
            row.Known |= SocketFields.Owners;
        }
        else if (field.StartsWith("timer:("u8) && SsTimer.TryRead(field[7..^1], out SocketTimer timer))
        {
            row.Timer = timer;
            row.Known |= SocketFields.Timer;
        }
        else if (field.StartsWith("uid:"u8) && NumberWords.TryNumber(field[4..], out uint uid) && TextNames.IsUser(uid))
        {
            row.Uid = uid;
            row.Known |= SocketFields.User;
        }
        else if (field.StartsWith("ino:"u8) && NumberWords.TryNumber(field[4..], out ulong inode))
        {
            row.Inode = inode;
            row.Known |= SocketFields.Inode;
        }
        else
        {
            TakeBits(field, ref row);
        }
    }

    private static void TakeBits(ReadOnlySpan<byte> field, ref SocketEntry row)
    {
        if (field.StartsWith("sk:"u8) && NumberWords.TryHex(field[3..], out ulong cookie))
        {
            row.Identity.Set(row.Identity.NetNamespace, cookie, SocketIdKind.Cookie);
            row.Known |= SocketFields.Cookie;
        }
        else if (field.StartsWith("fwmark:0x"u8) && NumberWords.TryHex(field[9..], out ulong mark) && mark <= uint.MaxValue)
        {
            row.Mark = (uint)mark;
            row.Known |= SocketFields.Mark;
        }
        else if (field.Length == Arrow)
        {
            row.Shutdown = (byte)((field[0] == '-' ? 1 : 0) | (field[2] == '-' ? 2 : 0));
            row.Known |= SocketFields.Shutdown;
        }
        else if (field.StartsWith("v6only:"u8))
        {
            row.V6Only = field[^1] == '1';
            row.Known |= SocketFields.V6Only;
        }
    }

    // The length of the field at the start, or 0 when it is none.
    private static int LengthOf(ReadOnlySpan<byte> text, bool hasQuotes)
    {
        if (text.StartsWith("users:(("u8)) return OwnersLength(text, null, hasQuotes);
        int length = WordLength(text);
        ReadOnlySpan<byte> word = text[..length];
        if (length == Arrow && word[1] == '-' && word[0] is (byte)'<' or (byte)'-' && word[2] is (byte)'>' or (byte)'-') return length;
        if (word.StartsWith("timer:("u8) || word.StartsWith("skmem:("u8)) return word[^1] == ')' ? length : 0;
        if (word.StartsWith("cgroup:"u8)) return length;
        if (word.StartsWith("sk:"u8) || word.StartsWith("fwmark:0x"u8) || word.StartsWith("dev:"u8) || word.StartsWith("peers:"u8)) return length;
        if (word.StartsWith("uid:"u8) || word.StartsWith("ino:"u8)) return NumberWords.TryNumber(word[4..], out ulong _) ? length : 0;
        return word.SequenceEqual("v6only:0"u8) || word.SequenceEqual("v6only:1"u8) ? length : 0;
    }

    private static int WordLength(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(" \t"u8);
        return end < 0 ? text.Length : end;
    }

    // users:(("name",pid=1,fd=3),("name",pid=2,fd=4)).
    private static int OwnersLength(ReadOnlySpan<byte> text, TextOwners? to, bool hasQuotes)
    {
        int at = 7;
        while (true)
        {
            if (!text[at..].StartsWith("(\""u8)) return 0;
            at += 2;
            int quote = text[at..].IndexOf("\",pid="u8);
            if (quote < 0 || (!hasQuotes && text.Slice(at, quote).Contains((byte)'"'))) return 0;
            ReadOnlySpan<byte> name = text.Slice(at, quote);
            at += quote + 1;
            int close = text[at..].IndexOf((byte)')');
            if (close < 0 || !TryNumbers(text.Slice(at, close), out int pid, out int fd)) return 0;
            to?.Add(pid, fd, name);
            at += close + 1;
            if (at == text.Length) return 0;
            if (text[at] == ')') return at + 1 == text.Length || text[at + 1] is (byte)' ' or (byte)'\t' ? at + 1 : 0;
            if (text[at++] != ',') return 0;
        }
    }

    // ",pid=12,fd=3" with a thread or contexts between and behind.
    private static bool TryNumbers(ReadOnlySpan<byte> text, out int pid, out int fd)
    {
        fd = -1;
        return TryField(text, ",pid="u8, out pid) && pid > 0 && TryField(text, ",fd="u8, out fd);
    }

    private static bool TryField(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, out int number)
    {
        number = -1;
        int at = text.IndexOf(name);
        if (at < 0) return false;
        text = text[(at + name.Length)..];
        int end = text.IndexOf((byte)',');
        bool isNumber = NumberWords.TryNumber(end < 0 ? text : text[..end], out uint value) && value <= int.MaxValue;
        if (isNumber) number = (int)value;
        return isNumber;
    }
}
