using CsCheck;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Tests.Rendering;

public sealed class RowStartTests
{
    private static readonly Gen<SocketEntry> Rows = Gen.Select(
        Gen.OneOf(Transport.Tcp, Transport.Udp, Transport.Raw, Transport.Tipc, Transport.UnixStream, Transport.UnixDatagram),
        Gen.OneOf(SocketState.Established, SocketState.Listen, SocketState.TimeWait, SocketState.Closed),
        Gen.OneOf(0u, 1u, 12u, uint.MaxValue),
        Gen.OneOf(0u, 128u, uint.MaxValue),
        Gen.UShort[1, 2],
        static (transport, state, receive, send, protocol) => SampleRows.Socket(transport, state, "127.0.0.1:1", "0.0.0.0:0") with
        {
            ReceiveQueue = receive,
            SendQueue = send,
            Protocol = protocol,
        });

    [Fact]
    public void A_row_looks_the_same_whatever_stood_before_it() => Gen.Select(Rows.Array[1, 12], Gen.Bool, Gen.Int[64, 400]).Sample(
        (rows, hasNetid, size) =>
        {
            SsColumns columns = new() { Header = false, Netid = hasNetid };
            string alone = "";
            foreach (SocketEntry row in rows) alone += Write(columns, 65536, row);
            Assert.Equal(alone, Write(columns, size, rows));
        }, iter: 500);

    private static string Write(SsColumns columns, int size, params SocketEntry[] rows)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output, size);
        SsTable table = new(sink, columns, new SampleNames());
        table.Accept(new SocketBatch(rows, null, null));
        sink.Flush();
        return output.Text;
    }
}
