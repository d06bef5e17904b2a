using System.Collections.Generic;
using Minato.Model;

namespace Minato;

/// <summary>One socket with its owners.</summary>
/// <param name="Entry">The socket.</param>
/// <param name="Owners">Its owners by pid descending; empty when not asked, not seen or none.</param>
public sealed record SocketRow(SocketEntry Entry, IReadOnlyList<ProcessRef> Owners)
{
    /// <summary>What only a question for it brings along: metrics, memory, options; null when none was asked or told.</summary>
    public SocketDetails? Details { get; init; }
}

/// <summary>The sockets of one moment.</summary>
/// <param name="Rows">The sockets.</param>
/// <param name="Report">How good the answer is.</param>
public sealed record SocketSnapshot(IReadOnlyList<SocketRow> Rows, SocketReport Report);
