using System.Runtime.InteropServices;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

/// <summary>Rows out of records, and records that say the same twice.</summary>
public sealed class ConnectionDecoderTests
{
    private const uint Mask = 0xFF;

    [Fact]
    public void Addresses_are_in_network_order_the_own_port_in_the_machines()
    {
        SocketEntry row = Decode(ConnectionRecords.Of(1, "127.0.0.1:4660", "10.1.2.3:443"));

        Assert.Equal(new Endpoint(IpAddr.V4(0x7F000001), 4660), row.Local);
        Assert.Equal(new Endpoint(IpAddr.V4(0x0A010203), 443), row.Peer);
        Assert.Equal((Transport.Tcp, SocketFamily.Inet, SocketState.Established), (row.Transport, row.Family, row.State));
    }

    [Fact]
    public void An_address_of_IPv6_has_all_its_words()
    {
        SocketEntry row = Decode(ConnectionRecords.Of(1, "[2001:db8:1:2:3:4:5:6]:80", "[::ffff:10.0.0.1]:1"));

        Assert.Equal(IpAddr.V6(0x20010DB800010002, 0x0003000400050006), row.Local.Address);
        Assert.True(row.Peer.Address.IsV4Mapped);
    }

    [Fact]
    public void What_an_IPv4_record_has_behind_its_address_is_nothing()
    {
        ConnectionRecord record = ConnectionRecords.Of(1, "10.0.0.1:1", "10.0.0.2:2");
        record.Local[1] = record.Local[3] = record.Peer[2] = uint.MaxValue;

        Assert.Equal(IpAddr.V4(0x0A000001), Decode(record).Local.Address);
        Assert.Equal(IpAddr.V4(0x0A000002), Decode(record).Peer.Address);
    }

    [Fact]
    public void Numbers_are_where_the_program_puts_them()
    {
        ConnectionRecord record = ConnectionRecords.Of(7, "10.0.0.1:1", "10.0.0.2:2");
        record.ReceiveQueue = 11;
        record.SendQueue = uint.MaxValue;
        record.Inode = 3_000_000_000;
        record.Uid = 1000;
        record.Interface = 4;
        SocketEntry row = Decode(record);

        Assert.Equal((11u, uint.MaxValue, 3_000_000_000ul, 1000u, 4u), (row.ReceiveQueue, row.SendQueue, row.Inode, row.Uid, row.InterfaceIndex));
        Assert.Equal(ConnectionDecoder.Carried, row.Known);
        Assert.Equal(SocketIdKind.Tuple, row.Id.Kind);
    }

    [Fact]
    public void A_request_without_a_socket_is_told_as_sock_diag_tells_it() =>
        Assert.Equal(SocketState.SynReceived, Decode(ConnectionRecords.Of(1, "10.0.0.1:1", "10.0.0.2:2", SocketState.NewSynReceived)).State);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    public void A_record_of_another_family_is_no_row(ushort family)
    {
        ConnectionRecord record = ConnectionRecords.Of(1, "10.0.0.1:1", "10.0.0.2:2");
        record.Family = family;

        Assert.False(TryDecode(record, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    [InlineData(65535)]
    public void A_record_without_a_state_is_no_row(ushort state) =>
        Assert.False(TryDecode(ConnectionRecords.Of(1, "10.0.0.1:1", "10.0.0.2:2", (SocketState)0) with { State = state }, out _));

    [Fact]
    public void Whatever_bytes_there_are_make_a_row_or_none() => Gen.Byte.Array[ConnectionRecord.Size].Sample(bytes =>
    {
        ConnectionRecord record = MemoryMarshal.Read<ConnectionRecord>(bytes);
        bool isRow = TryDecode(record, out SocketEntry row);
        Assert.Equal(isRow, record.Family is 2 or 10 && record.State is >= 1 and <= 13);
        if (isRow) Assert.Equal(record.Family == 10, row.Local.Address.IsV6);
    });

    [Fact]
    public void The_same_connection_twice_in_a_chain_is_met_once() => Repeats(
        true, ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2", SocketState.TimeWait), ConnectionRecords.Of(0x201, "10.0.0.1:9", "10.0.0.2:2"), ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2"));

    [Fact]
    public void Another_chain_between_ends_the_search() => Repeats(
        false, ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2"), ConnectionRecords.Of(0x102, "10.0.0.1:9", "10.0.0.2:2"), ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2"));

    [Theory]
    [InlineData("10.0.0.3:1", "10.0.0.2:2")]
    [InlineData("10.0.0.1:3", "10.0.0.2:2")]
    [InlineData("10.0.0.1:1", "10.0.0.3:2")]
    [InlineData("10.0.0.1:1", "10.0.0.2:3")]
    [InlineData("[a00:1::]:1", "[a00:2::]:2")]
    public void Another_connection_with_the_same_hash_is_another(string local, string peer) =>
        Repeats(false, ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2"), ConnectionRecords.Of(0x101, local, peer));

    [Fact]
    public void The_same_ends_on_another_interface_are_another_connection() => Repeats(
        false, ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2"), ConnectionRecords.Of(0x101, "10.0.0.1:1", "10.0.0.2:2") with { Interface = 3 });

    [Fact]
    public void Addresses_of_IPv6_differ_in_any_word() => Repeats(
        false, ConnectionRecords.Of(0x101, "[2001:db8::1]:1", "[2001:db8::2]:2"), ConnectionRecords.Of(0x101, "[2001:db8::1]:1", "[2001:db8::3]:2"));

    private static void Repeats(bool isRepeated, params ConnectionRecord[] records) =>
        Assert.Equal(isRepeated, ConnectionDecoder.IsRepeated(records, records.Length - 1, Mask));

    private static SocketEntry Decode(ConnectionRecord record)
    {
        Assert.True(TryDecode(record, out SocketEntry row));
        return row;
    }

    private static bool TryDecode(ConnectionRecord record, out SocketEntry row)
    {
        row = default;
        return ConnectionDecoder.TryDecode(in record, 0, ref row);
    }
}
