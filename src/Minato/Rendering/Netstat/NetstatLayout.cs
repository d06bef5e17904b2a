using System;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>A socket table of one netstat as data: what is said by columns, words and forms needs no code of its own.</summary>
internal sealed class NetstatLayout
{
    /// <summary>Whose words name states.</summary>
    public required StateDialect Words { get; init; }

    /// <summary>How addresses are written.</summary>
    public required AddressForm Address { get; init; }

    /// <summary>The columns from left to right.</summary>
    public required NetstatColumn[] Columns { get; init; }

    /// <summary>Whether the last cell of a row is padded too.</summary>
    public bool PadsLast { get; init; }

    /// <summary>Whether a line ends as on Windows.</summary>
    public bool HasCarriageReturn { get; init; }

    /// <summary>Whether a blank line follows the headings.</summary>
    public bool HasBlankAfterHeader { get; init; }

    /// <summary>Whether the program that holds a socket stands on a line below its row (Windows, -b).</summary>
    public bool HasProgramLines { get; init; }

    /// <summary>Whether a closed TCP socket is a bound one: the kernel lists no others, and calls them closed (Linux 6.8, inet_diag).</summary>
    public bool CallsClosedBound { get; init; }

    /// <summary>Who counts the unfinished connections of listeners, where a column tells them.</summary>
    public IHalfOpenCount? HalfOpen { get; init; }

    /// <summary>What ends a line.</summary>
    public ReadOnlySpan<byte> NewLine => NetstatText.NewLine(HasCarriageReturn);
}
