using System;
using System.Linq;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetSctpDecoderTests
{
    private const string Bound = "ffff88017e0a0200 ffff880299f7fa00 2   10  29   11165  1000 12345 192.168.1.1 fe80:0000:0000:0000:0000:0000:0000:0001 ";
    private const string Connected =
        "ffff880030a1c000 0000000000000000 2   1   3  0       1       11       22    1000 12347 11165  5000  *192.168.1.1 10.0.0.1 <-> *192.168.1.2 \t    7500    10    10   10    0    0        0        1        0   212992   212992";

    [Fact]
    public void What_is_bound_has_addresses_of_this_end()
    {
        (SocketEntry row, SocketDetails details) = Decode(Bound);

        Assert.Equal((Transport.Sctp, SocketState.Listen, 1000u, 12345ul), (row.Transport, row.State, row.Uid, row.Inode));
        Assert.Equal(("192.168.1.1", 11165, 0), (row.Local.Address.ToIPAddress().ToString(), row.Local.Port, row.Peer.Port));
        Assert.Equal("192.168.1.1 fe80::1", Join(details.SctpLocals));
        Assert.Empty(details.SctpPeers.ToArray());
    }

    [Fact]
    public void What_is_connected_has_both_ends_and_queues()
    {
        (SocketEntry row, SocketDetails details) = Decode(Connected);

        Assert.Equal((SocketState.Established, 11u, 22u, 12347ul), (row.State, row.SendQueue, row.ReceiveQueue, row.Inode));
        Assert.Equal((11165, "192.168.1.2", 5000), (row.Local.Port, row.Peer.Address.ToIPAddress().ToString(), row.Peer.Port));
        Assert.Equal(("192.168.1.1 10.0.0.1", "192.168.1.2"), (Join(details.SctpLocals), Join(details.SctpPeers)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b 2 10 29 22 0")]
    [InlineData("a b 2 10 29 22 0 1 ")]
    [InlineData("a b 2 10 29 70000 0 1 127.0.0.1 ")]
    [InlineData("a b 2 99 29 22 0 1 127.0.0.1 ")]
    [InlineData("a b 2 10 29 22 0 1 7500 ")]
    [InlineData("a b 2 10 29 22 0 1 fe80::1%lo ")]
    [InlineData("a b 2 10 29 22 0 1 300.1.1.1 ")]
    [InlineData("a b 2 1 3 0 1 0 0 0 1 22 22 <-> 127.0.0.1 ")]
    [InlineData("a b 2 1 3 0 1 0 0 0 1 22 22 127.0.0.1 <-> ")]
    public void A_line_that_is_not_whole_is_no_row(string line) => Assert.False(TryDecode(line, out _, out _));

    [Fact]
    public void Any_bytes_are_a_row_or_damage() =>
        Gen.Select(Gen.OneOf(Bound, Connected), Gen.Int[0, 200], Gen.Byte.Array[0, 20]).Sample((line, at, noise) =>
        {
            byte[] bytes = Encoding.Latin1.GetBytes(line);
            at = Math.Min(at, bytes.Length);
            SocketEntry row = default;
            SocketDetails details = new();
            if (ProcNetSctpDecoder.TryDecode([.. bytes[..at], .. noise, .. bytes[at..]], 1, ref row, details)) Assert.NotEmpty(details.SctpLocals.ToArray());
        });

    private static (SocketEntry Row, SocketDetails Details) Decode(string line)
    {
        Assert.True(TryDecode(line, out SocketEntry row, out SocketDetails details));
        return (row, details);
    }

    private static bool TryDecode(string line, out SocketEntry row, out SocketDetails details)
    {
        row = default;
        details = new SocketDetails();
        return ProcNetSctpDecoder.TryDecode(Encoding.Latin1.GetBytes(line), netNamespace: 1, ref row, details);
    }

    private static string Join(ReadOnlySpan<IpAddr> addresses) => string.Join(' ', addresses.ToArray().Select(address => address.ToIPAddress().ToString()));
}
