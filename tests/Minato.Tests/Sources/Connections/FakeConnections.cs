using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;
using Minato.Sources.Linux.Connections;
using Minato.Wire;

namespace Minato.Tests.Sources.Connections;

/// <summary>A table of connections that behaves as the program in the kernel does, chain by chain.</summary>
internal sealed unsafe class FakeConnections : IConnectionTable, IDisposable
{
    private byte* _memory = (byte*)NativeMemory.AllocZeroed(2 * ConnectionWindow.Size);
    private readonly List<ConnectionRecord>[] _chains;
    private int _runs;

    public FakeConnections(int chains)
    {
        _chains = new List<ConnectionRecord>[chains];
        for (int i = 0; i < chains; i++) _chains[i] = [];
    }

    /// <summary>How often it ran.</summary>
    public int Runs => _runs;

    /// <summary>The run that fails, counted from 1, and how.</summary>
    public (int Run, int Errno) Failure { get; init; }

    /// <summary>Runs that come nowhere before the first that does.</summary>
    public int Idle { get; set; }

    /// <summary>What happens in every run.</summary>
    public Action<ConnectionWindow>? OnRun { get; init; }

    public FakeConnections With(ConnectionRecord record)
    {
        _chains[record.Hash & (uint)(_chains.Length - 1)].Add(record);
        return this;
    }

    public ConnectionWindow Window(int number) => new(_memory + number * ConnectionWindow.Size, number);

    public int Run(ConnectionWindow window)
    {
        int run = Interlocked.Increment(ref _runs);
        if (run == Failure.Run) return Failure.Errno;
        window[ConnectionWindow.Mask] = (uint)_chains.Length - 1;
        window[ConnectionWindow.Count] = 0;
        if (Idle > 0)
        {
            Idle--;
            return 0;
        }

        Fill(window);
        OnRun?.Invoke(window);
        return 0;
    }

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }

    private void Fill(ConnectionWindow window)
    {
        Span<ConnectionRecord> room = new(_memory + window.Number * ConnectionWindow.Size + ConnectionWindow.Records, ConnectionWindow.MostRecords);
        uint first = window[ConnectionWindow.Chain];
        uint last = Math.Min(window[ConnectionWindow.Last], (uint)_chains.Length - 1);
        int count = 0;
        for (uint chain = first; chain <= last; chain++)
        {
            List<ConnectionRecord> records = _chains[(int)chain];
            int skip = (int)window[ConnectionWindow.Skip];
            int take = Math.Min(records.Count - skip, room.Length - count);
            if (take < records.Count - skip && chain != first) break;
            CollectionsMarshal.AsSpan(records).Slice(skip, take).CopyTo(room[count..]);
            count += take;
            bool isWhole = take == records.Count - skip;
            window[ConnectionWindow.Skip] = isWhole ? 0 : (uint)(skip + take);
            window[ConnectionWindow.Chain] = isWhole ? chain + 1 : chain;
            if (!isWhole) break;
        }

        window[ConnectionWindow.Count] = (uint)count;
    }
}
