using System;
using System.Linq;
using Minato.Model;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>Rows that stream leave nothing behind for the garbage collector.</summary>
public sealed class StreamingTests
{
    [Theory]
    [InlineData(SocketFields.None)]
    [InlineData(SocketFields.Cookie | SocketFields.User | SocketFields.Mark | SocketFields.Cgroup | SocketFields.Direction)]
    [InlineData(SocketFields.Memory | SocketFields.Info)]
    public void A_row_allocates_nothing_between_the_kernel_and_the_consumer(SocketFields fields)
    {
        byte[][] messages = [.. Enumerable.Range(1, 100).Select(i => DiagBytes.Inet((ushort)i, (uint)i, family: (byte)(i % 2 == 0 ? 2 : 10), state: 1))];
        SocketQuery query = new() { Transports = Transports.Tcp, Fields = fields };
        Counting consumer = new();
        using RowDelivery delivery = new(query, consumer, new SocketReport());
        RowBuffer rows = new(delivery.Window, delivery);
        DumpStep step = new(Requests.Tcp with { Fields = fields }, null);
        Stream(messages, step, rows, times: 20);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Stream(messages, step, rows, times: 50);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(consumer.Rows, 6_000, 7_000);
    }

    private static void Stream(byte[][] messages, in DumpStep step, RowBuffer rows, int times)
    {
        for (int i = 0; i < times; i++)
        {
            foreach (byte[] message in messages) _ = step.TryAppend(message, rows);
        }
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
