using CsCheck;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Tests.Sources;

public sealed class NetlinkSourcePropertyTests
{
    // Where a byte of the datagram is changed, and to what: small numbers make lengths that almost fit.
    private static readonly Gen<(int At, byte Value)[]> Changes = Gen.Select(Gen.Int[0, 1000], Gen.OneOf(Gen.Byte, Gen.Byte[0, 120])).Array[0, 6];

    [Fact]
    public void A_damaged_dump_ends_and_gives_no_more_rows_than_there_are() => Gen.Select(Changes, Changes, Gen.OneOf(1, 3, 256)).Sample(
        (first, second, window) =>
        {
            FakeKernel kernel = FakeKernel.Always(Damaged(Receive.Rows(1, 2, 3), first), Damaged(Receive.Rows(4, 5), second), Receive.Done());
            CollectingSink sink = new();
            using NetlinkSource source = new(kernel);
            RowBuffer rows = new(window, sink);
            TableOutcome outcome = source.Append(Requests.Tcp4, rows);
            rows.Finish();

            Assert.InRange(kernel.Requests.Count, 1, 5);
            Assert.InRange(sink.Rows.Count, 0, 5);
            if (outcome.Result == TableResult.Refused) Assert.Empty(sink.Rows);
            if (first.Length + second.Length == 0) Assert.Equal([1, 2, 3, 4, 5], sink.Inodes);
        }, iter: 1_000);

    private static Receive Damaged(Receive receive, (int At, byte Value)[] changes) => receive with
    {
        Bytes = sequence =>
        {
            byte[] datagram = receive.Bytes(sequence);
            foreach ((int at, byte value) in changes) datagram[at % datagram.Length] = value;
            return datagram;
        },
    };
}
