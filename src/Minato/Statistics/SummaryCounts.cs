using System;
using System.Buffers.Text;
using Minato.Model;

namespace Minato.Statistics;

/// <summary>Gathers the counters of net/sockstat, net/sockstat6 and net/snmp; a line that does not fit its form counts nothing.</summary>
internal struct SummaryCounts
{
    private int _total;
    private int _tcpV4;
    private int _tcpV6;
    private int _orphaned;
    private int _timeWait;
    private int _allocated;
    private int _udpV4;
    private int _udpV6;
    private int _rawV4;
    private int _rawV6;
    private int _fragmentsV4;
    private int _fragmentsV6;
    private int _established;

    /// <summary>Lines like <c>TCP: inuse 1 orphan 42 tw 2 alloc 43 mem 8</c>.</summary>
    public void AddSockstat(ReadOnlySpan<byte> text)
    {
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range];
            int colon = line.IndexOf((byte)':');
            if (colon < 0) continue;
            ReadOnlySpan<byte> name = line[..colon];
            ReadOnlySpan<byte> rest = line[(colon + 1)..];
            int first = Next(ref rest);
            if (name.SequenceEqual("sockets"u8)) _total = first;
            else if (name.SequenceEqual("UDP"u8)) _udpV4 = first;
            else if (name.SequenceEqual("UDP6"u8)) _udpV6 = first;
            else if (name.SequenceEqual("RAW"u8)) _rawV4 = first;
            else if (name.SequenceEqual("RAW6"u8)) _rawV6 = first;
            else if (name.SequenceEqual("FRAG"u8)) _fragmentsV4 = first;
            else if (name.SequenceEqual("FRAG6"u8)) _fragmentsV6 = first;
            else if (name.SequenceEqual("TCP6"u8)) _tcpV6 = first;
            else if (name.SequenceEqual("TCP"u8))
            {
                _tcpV4 = first;
                _orphaned = Next(ref rest);
                _timeWait = Next(ref rest);
                _allocated = Next(ref rest);
            }
        }
    }

    /// <summary>Pairs of lines, names above numbers: <c>Tcp: … CurrEstab …</c>. False when there is no such pair.</summary>
    public bool TryAddSnmp(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> names = default;
        foreach (Range range in text.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text[range];
            if (!line.StartsWith("Tcp: "u8)) continue;
            if (names.IsEmpty)
            {
                names = line;
                continue;
            }

            return TryFindNumber(names, line, "CurrEstab"u8, out _established);
        }

        return false;
    }

    public readonly SocketSummary ToSummary() => new()
    {
        Total = _total,
        TcpEstablished = _established,
        TcpAllocated = _allocated,
        TcpOrphaned = _orphaned,
        TcpTimeWait = _timeWait,
        TcpV4 = _tcpV4,
        TcpV6 = _tcpV6,
        UdpV4 = _udpV4,
        UdpV6 = _udpV6,
        RawV4 = _rawV4,
        RawV6 = _rawV6,
        FragmentsV4 = _fragmentsV4,
        FragmentsV6 = _fragmentsV6,
    };

    private static bool TryFindNumber(ReadOnlySpan<byte> names, ReadOnlySpan<byte> numbers, ReadOnlySpan<byte> wanted, out int number)
    {
        number = 0;
        while (true)
        {
            ReadOnlySpan<byte> name = Word(ref names);
            ReadOnlySpan<byte> value = Word(ref numbers);
            if (name.IsEmpty || value.IsEmpty) return false;
            if (name.SequenceEqual(wanted)) return Utf8Parser.TryParse(value, out number, out int used) && used == value.Length;
        }
    }

    // A name and its number; 0 when the line has no more of them.
    private static int Next(ref ReadOnlySpan<byte> rest)
    {
        _ = Word(ref rest);
        return Utf8Parser.TryParse(Word(ref rest), out int number, out _) ? number : 0;
    }

    private static ReadOnlySpan<byte> Word(ref ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart((byte)' ');
        int end = rest.IndexOf((byte)' ');
        ReadOnlySpan<byte> word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return word;
    }
}
