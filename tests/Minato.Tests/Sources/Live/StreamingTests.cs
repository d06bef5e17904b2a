using System;
using Minato.Bench.Storm;
using Minato.Model;
using Minato.Tests.Live;

namespace Minato.Tests.Sources.Live;

/// <summary>What a reading of real sockets allocates does not grow with their number.</summary>
public sealed class StreamingTests : LiveTest
{
    [Fact]
    public void Five_thousand_sockets_allocate_what_one_thousand_do()
    {
        // What is made once in a process is made by the first reading.
        _ = Allocated(connections: 100);
        long few = Allocated(connections: 500);
        long many = Allocated(connections: 2_500);

        Assert.Equal(few, many);
    }

    private static long Allocated(int connections)
    {
        long allocated = 0;
        using SocketStorm storm = SocketStorm.Start(StormShape.Custom with { Connections = connections });
        OwnNamespace.RunBeside(storm.Pid, () =>
        {
            Counting consumer = new();
            SocketQuery query = new() { Transports = Transports.Tcp };
            _ = SocketInspector.Read(query, consumer);
            Assert.InRange(consumer.Rows, 2 * connections, 2 * connections + 20);

            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = SocketInspector.Read(query, consumer);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        return allocated;
    }

    private sealed class Counting : ISocketConsumer
    {
        public int Rows { get; private set; }

        public bool Accept(SocketBatch batch)
        {
            Rows += batch.Entries.Length;
            return true;
        }
    }
}
