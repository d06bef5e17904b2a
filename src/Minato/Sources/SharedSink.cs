using System;
using System.Threading;
using Minato.Model;

namespace Minato.Sources;

/// <summary>Takes the rows of several dumps that run at the same time: one batch after the other, none of them the last.</summary>
internal sealed class SharedSink(IRowSink inner) : IRowSink
{
    private readonly Lock _gate = new();

    /// <summary>Whether the reader wants no more rows.</summary>
    public bool IsStopped { get; private set; }

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        lock (_gate)
        {
            if (!IsStopped && !rows.IsEmpty && !inner.Deliver(rows, details, isLast: false)) IsStopped = true;
            return !IsStopped;
        }
    }
}
