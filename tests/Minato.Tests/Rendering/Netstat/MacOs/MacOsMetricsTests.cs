using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

public sealed class MacOsMetricsTests
{
    [Theory]
    [InlineData(1000ul, 300ul, 900ul, 700ul)]
    [InlineData(1000ul, null, 900ul, 1000ul)]
    [InlineData(null, null, 900ul, 900ul)]
    [InlineData(null, null, null, null)]
    public void Sent_bytes_are_data_that_left_once(ulong? sent, ulong? again, ulong? confirmed, ulong? expected)
    {
        SocketDetails details = new() { Known = DetailParts.Tcp };
        details.TcpPart.BytesSent = sent;
        details.TcpPart.BytesRetransmitted = again;
        details.TcpPart.BytesAcked = confirmed;

        Assert.Equal(expected, MacOsMetrics.SentBytes(details));
    }

    [Theory]
    [InlineData(SocketState.Established, 501ul, 501ul)]
    [InlineData(SocketState.FinWait2, 501ul, 501ul)]
    [InlineData(SocketState.CloseWait, 501ul, 500ul)]
    [InlineData(SocketState.LastAck, 1ul, 0ul)]
    [InlineData(SocketState.Closing, 0ul, 0ul)]
    public void The_end_of_the_peer_is_no_data(SocketState state, ulong received, ulong expected)
    {
        SocketDetails details = new() { Known = DetailParts.Tcp };
        details.TcpPart.BytesReceived = received;

        Assert.Equal(expected, MacOsMetrics.ReceivedBytes(details, state));
    }

    [Fact]
    public void A_socket_without_details_has_no_numbers()
    {
        Assert.Null(MacOsMetrics.ReceivedBytes(null, SocketState.Established));
        Assert.Null(MacOsMetrics.ReceiveLimit(new SocketDetails()));
        Assert.Null(MacOsMetrics.Drops(null));
    }
}
