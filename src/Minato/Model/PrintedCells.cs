using System;

namespace Minato.Model;

/// <summary>Columns of a printed table that no field of a socket holds.</summary>
internal enum PrintedCell : byte
{
    /// <summary>None: a column that is passed over.</summary>
    None,

    /// <summary>macOS: the address of the control block.</summary>
    Identity,

    /// <summary>macOS: bytes received.</summary>
    ReceivedBytes,

    /// <summary>macOS: bytes sent.</summary>
    SentBytes,

    /// <summary>macOS: packets received.</summary>
    ReceivedPackets,

    /// <summary>macOS: packets sent.</summary>
    SentPackets,

    /// <summary>macOS: drops.</summary>
    Drops,

    /// <summary>macOS: limit of the receive buffer.</summary>
    ReceiveLimit,

    /// <summary>macOS: limit of the send buffer.</summary>
    SendLimit,

    /// <summary>macOS: bits of the socket's state.</summary>
    StateBits,

    /// <summary>macOS: bits of its options.</summary>
    OptionBits,

    /// <summary>macOS: the three numbers of a listener.</summary>
    ListenQueues,

    /// <summary>macOS: the file of a UNIX socket.</summary>
    UnixFile,

    /// <summary>macOS: what a UNIX socket is connected to.</summary>
    UnixPeer,

    /// <summary>macOS: the first that refers to a UNIX socket.</summary>
    UnixReferrer,

    /// <summary>macOS: the next that refers to the same.</summary>
    UnixNextReferrer,

    /// <summary>Windows: milliseconds in the state.</summary>
    TimeInState,

    /// <summary>Windows: who handles the connection.</summary>
    OffloadState,

    /// <summary>Windows: the template of the connection's settings.</summary>
    Template,

    /// <summary>Windows: the services within the process (-b), parted by tabs.</summary>
    Components,

    /// <summary>macOS: the process and its number, for which a row has owners.</summary>
    Process,

    /// <summary>macOS: the process on whose behalf, and its number.</summary>
    EffectiveProcess,

    /// <summary>macOS: the process's number alone, for which a row has owners.</summary>
    Pid,
}

/// <summary>What such columns of a row said, as it was printed: bytes of another program, escaped when they are printed again.</summary>
/// <param name="columns">Which columns, in the order of their words.</param>
/// <param name="words">Their words, each ended by a line feed.</param>
internal sealed class PrintedCells(PrintedCell[] columns, ReadOnlyMemory<byte> words)
{
    public const byte End = (byte)'\n';

    public bool TryGet(PrintedCell cell, out ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = words.Span;
        foreach (PrintedCell column in columns)
        {
            int end = rest.IndexOf(End);
            if (end < 0) break;
            text = rest[..end];
            if (column == cell) return true;
            rest = rest[(end + 1)..];
        }

        text = default;
        return false;
    }
}
