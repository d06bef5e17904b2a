using System;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Sources.Linux;

/// <summary>
/// Some sockets of the TCP table, taken before it is read: those of its first hash buckets, which are as good as any. Of all of
/// them it is known how many a request asks for, which the kernel could tell only by walking the whole table.
/// </summary>
internal sealed class TableSample : IRowSink
{
    // 512 of 100,000 cost half a percent of the dump and tell the middle to 2 % of it.
    private const int Size = 512;
    private const int LargeSize = 2048;
    private const int Large = 400_000;

    // The kernel makes datagrams as large as the reader's room, and one more than are read.
    private const int ReceiveSize = 8 * 1024;

    private readonly DumpStep _step;
    private SocketEntry[] _kept = [];
    private int _count;

    private TableSample(in DumpStep step) => _step = step;

    /// <summary>Those that the request asks for.</summary>
    public ReadOnlySpan<SocketEntry> Rows => _kept.AsSpan(0, _count);

    /// <summary>How many of all those are.</summary>
    public double Share { get; private set; }

    public static TableSample Take(INetlinkChannelFactory factory, in DumpStep step, int count)
    {
        TableSample sample = new(step);
        RowBuffer rows = new(count < Large ? Size : LargeSize, sample);
        using NetlinkSource source = new(factory, ReceiveSize);
        TableRequest all = step.Request with
        {
            States = StateSet.All.Without(DumpStep.OwnTables | StateSet.Of(SocketState.Closed)),
            Fields = step.KernelFilter is null ? SocketFields.None : SocketFields.Mark | SocketFields.Cgroup,
            Filter = null,
        };
        _ = source.AppendWhole(new DumpStep(all, null), rows);
        rows.Finish();
        return sample;
    }

    public bool Deliver(Span<SocketEntry> rows, ReadOnlySpan<SocketDetails> details, bool isLast)
    {
        if (rows.IsEmpty) return false;
        _kept = new SocketEntry[rows.Length];
        foreach (ref readonly SocketEntry row in rows)
        {
            if (IsAsked(in row)) _kept[_count++] = row;
        }

        Share = (double)_count / rows.Length;
        return false;
    }

    private bool IsAsked(in SocketEntry row)
    {
        if (!_step.KernelStates.Contains(row.State) || (_step.Family is { } family && row.Family != family)) return false;
        if (_step.KernelFilter is not { } filter) return true;
        return KernelMachine.Accepts(filter.Program.Span, new KernelSocket
        {
            Family = row.Family,
            Local = row.Local,
            Peer = row.Peer,
            Device = row.InterfaceIndex,
            Mark = row.Mark,
            CgroupId = row.CgroupId,

            // A dump does not tell; of connections most.
            IsAutoBound = true,
        });
    }
}
