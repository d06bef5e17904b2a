using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>How a table writes addresses.</summary>
internal readonly struct EndForm
{
    /// <summary>What stands before the port.</summary>
    public required byte Separator { get; init; }

    /// <summary>Whether an IPv6 address has brackets, without which it is none.</summary>
    public bool HasBrackets { get; init; }

    /// <summary>Whether no port is a zero, and not a star.</summary>
    public bool HasZeroForNone { get; init; }

    /// <summary>A text of this length, the separator not counted, may be the beginning of a longer one.</summary>
    public int PairRoom { get; init; }

    /// <summary>A host of this length may be the beginning of a longer one.</summary>
    public int HostRoom { get; init; }

    /// <summary>The same of a host before a port's name.</summary>
    public int HostRoomOfNamedPort { get; init; }

    /// <summary>A whole end of this length may lack the port's last digits.</summary>
    public int EndRoom { get; init; }

    public static EndForm Linux => new() { Separator = (byte)':', PairRoom = 22 };

    public static EndForm Windows => new() { Separator = (byte)':', HasBrackets = true, HasZeroForNone = true };

    public static EndForm Ss => new() { Separator = (byte)':', HasBrackets = true };

    /// <summary>macOS and BSD: hosts of 16 characters, ends of 22; beside the address of a control block 18, and before a name 12.</summary>
    public static EndForm Bsd(bool isNarrow) => new() { Separator = (byte)'.', HostRoom = 16, HostRoomOfNamedPort = isNarrow ? 12 : 16, EndRoom = isNarrow ? 18 : 22 };
}

/// <summary>An end as it was printed.</summary>
internal ref struct EndWord
{
    /// <summary>Address and port.</summary>
    public Endpoint End;

    /// <summary>What stood behind the percent sign; empty without one.</summary>
    public ReadOnlySpan<byte> Scope { get; set; }

    /// <summary>The host as it was printed, with brackets and scope.</summary>
    public ReadOnlySpan<byte> Host { get; set; }

    /// <summary>Whether the host is a name, or an address that is cut.</summary>
    public bool IsText { get; set; }

    /// <summary>Whether the host is <c>*</c>, which says no family.</summary>
    public bool IsAny { get; set; }
}

/// <summary>Reads the ends of sockets.</summary>
internal static class EndWords
{
    // The column of macOS' -l.
    private const int LongRoom = 45;

    /// <summary>Reads an end. A host that is no whole address, and a port that is no number, become texts.</summary>
    /// <param name="names">Where texts go.</param>
    /// <param name="word">The end as printed.</param>
    /// <param name="form">How the table writes ends.</param>
    /// <param name="isV6">Whether the row says that its socket is an IPv6 one: dotted addresses of it are mapped.</param>
    /// <param name="end">What it is.</param>
    public static bool TryRead(TextNames names, ReadOnlySpan<byte> word, scoped in EndForm form, bool isV6, out EndWord end)
    {
        end = default;
        int at = word.LastIndexOf(form.Separator);
        if (at <= 0 || at == word.Length - 1) return false;
        end.Host = word[..at];
        ReadOnlySpan<byte> port = word[(at + 1)..];

        // No service has these in its name, and in another dialect they would end the host elsewhere.
        if (port.IndexOfAny(":.[]"u8) >= 0) return false;
        ReadPort(names, port, in form, form.EndRoom > 0 && (word.Length == form.EndRoom || word.Length == LongRoom), ref end.End);
        ReadHost(names, port.Length, in form, isV6, ref end);
        return true;
    }

    /// <summary>Makes a text of a host that was an address: what a row cannot say otherwise.</summary>
    public static void KeepHost(TextNames names, ref EndWord end)
    {
        end.End.Addr = names.AddHost(end.Host);
        end.IsText = true;
        end.Scope = default;
    }

    private static void ReadPort(TextNames names, ReadOnlySpan<byte> text, scoped in EndForm form, bool mayBeCut, ref Endpoint end)
    {
        bool isNumber = NumberWords.TryNumber(text, out uint port) && port <= ushort.MaxValue && (text[0] != '0' || (text.Length == 1 && form.HasZeroForNone));
        if (isNumber && !(mayBeCut && text.Length < 5)) end.Port = (ushort)port;
        else if (text is not [(byte)'*']) end.PortText = names.AddPort(text);
    }

    private static void ReadHost(TextNames names, int portLength, scoped in EndForm form, bool isV6, ref EndWord end)
    {
        ReadOnlySpan<byte> host = end.Host;
        int scope = host.IndexOf((byte)'%');
        ReadOnlySpan<byte> address = scope < 0 ? host : host[..scope];
        if (scope >= 0) end.Scope = host[(scope + 1)..];
        if (address is [(byte)'*'])
        {
            end.IsAny = true;
            end.End.Addr = isV6 ? IpAddr.V6(0, 0) : IpAddr.V4(0);
            return;
        }

        bool mayBeCut = (form.PairRoom > 0 && host.Length + portLength == form.PairRoom) || (form.HostRoom > 0 && host.Length == form.HostRoom)
            || (form.HostRoomOfNamedPort > 0 && end.End.PortText != 0 && host.Length == form.HostRoomOfNamedPort);

        // The dotted beginning of a name, where names are: numbers that stand before a number are never that long.
        bool isNamed = end.End.PortText != 0;
        if (!(mayBeCut && isNamed) && IpAddrText.TryV4(address, out uint v4))
        {
            end.End.Addr = isV6 ? IpAddr.V6(0, 0xFFFF_0000_0000 | (ulong)v4) : IpAddr.V4(v4);
            return;
        }

        if (!mayBeCut && TryV6(host, scope, in form, ref end)) return;
        KeepHost(names, ref end);
    }

    private static bool TryV6(ReadOnlySpan<byte> host, int scope, scoped in EndForm form, ref EndWord end)
    {
        // net-tools has brackets for the wildcard alone, and only where hosts have names.
        bool isBracketed = host[0] == '[';
        if (isBracketed != form.HasBrackets && !host.SequenceEqual("[::]"u8)) return false;
        ReadOnlySpan<byte> text = scope < 0 ? host : host[..scope];
        if (isBracketed)
        {
            // ss writes the interface behind the bracket, Windows inside.
            ReadOnlySpan<byte> holder = text[^1] == ']' ? text : host;
            if (holder[^1] != ']') return false;
            if (text[^1] == ']') text = text[..^1];
            else end.Scope = end.Scope[..^1];
            text = text[1..];
        }

        if (!IpAddrText.TryV6(text, out ulong high, out ulong low)) return false;
        end.End.Addr = IpAddr.V6(high, low);
        return !end.End.Addr.IsDiscarded;
    }
}
