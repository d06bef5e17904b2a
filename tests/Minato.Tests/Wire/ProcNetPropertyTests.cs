using System;
using System.Globalization;
using System.Text;
using CsCheck;
using Minato.Model;
using Minato.Wire;

namespace Minato.Tests.Wire;

public sealed class ProcNetPropertyTests
{
    private static readonly Gen<(byte[] Local, byte[] Peer)> Addresses = Gen.OneOf(
        Gen.Select(Gen.Byte.Array[4], Gen.Byte.Array[4]), Gen.Select(Gen.Byte.Array[16], Gen.Byte.Array[16]));

    // Bytes as they stand in the tables are likelier than chance has them.
    private static readonly Gen<byte[]> Lines =
        Gen.OneOf(Gen.Char[" :0123456789ABCDEFZ-\t"].Select(static c => (byte)c), Gen.Byte).Array[0, 160];

    [Fact]
    public void A_socket_is_read_as_the_kernel_writes_it() =>
        Gen.Select(Addresses, Gen.Select(Gen.UShort, Gen.UShort), Gen.Int[1, 13], Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt), Gen.Int[0, 100_000]).Sample(
            (addresses, ports, state, numbers, ticks) =>
            {
                (uint send, uint receive, uint uid) = numbers;
                ulong inode = (ulong)send * uid;
                string line = $"{7,4}: {Words(addresses.Local)}:{ports.Item1:X4} {Words(addresses.Peer)}:{ports.Item2:X4} {state:X2} "
                    + $"{send:X8}:{receive:X8} {1:X2}:{ticks:X8} {5:X8} {uid,5} {0,8} {inode} 1 0000000000000000 100 0 0 10 0";

                SocketEntry row = default;
                Assert.True(ProcNetInetDecoder.TryDecode(Encoding.ASCII.GetBytes(line), Transport.Tcp, addresses.Local.Length == 16, 0, ref row));
                Assert.Equal(new Endpoint(IpAddr.FromBytes(addresses.Local), ports.Item1), row.Local);
                Assert.Equal(new Endpoint(IpAddr.FromBytes(addresses.Peer), ports.Item2), row.Peer);
                Assert.Equal(((SocketState)state, send, receive), (row.State, row.SendQueue, row.ReceiveQueue));
                Assert.Equal((uid, inode), (row.Uid, row.Inode));
                Assert.Equal((TimerKind.Retransmit, (uint)ticks * 10, 5), (row.Timer.Kind, row.Timer.Milliseconds, row.Timer.Retries));
            });

    [Fact]
    public void Any_bytes_are_a_row_with_a_state_or_none() => Gen.Select(Lines, Gen.Bool).Sample(
        (line, isV6) =>
        {
            SocketEntry row = default;
            if (ProcNetInetDecoder.TryDecode(line, Transport.Tcp, isV6, 0, ref row)) Assert.NotEqual(SocketState.Unknown, row.State);
            if (ProcNetUnixDecoder.TryDecode(line, 0, ref row, out _)) Assert.Equal(SocketFamily.Unix, row.Family);
        }, iter: 10_000);

    [Fact]
    public void A_good_line_with_any_bytes_changed_is_a_row_with_a_state_or_none() =>
        Gen.Select(Gen.Int[0, 127], Gen.OneOf(Gen.Char[" :0F-Z"].Select(static c => (byte)c), Gen.Byte)).Array[1, 6].Sample(
            changes =>
            {
                byte[] line = Encoding.ASCII.GetBytes(
                    "  12: 6401A8C0:01BB 327100CB:D431 01 00000016:0000000B 01:00000014 00000003  1000        4 34567 2 0000000000000000 20 4 30 10 -1");
                foreach ((int at, byte value) in changes) line[at % line.Length] = value;

                SocketEntry row = default;
                if (ProcNetInetDecoder.TryDecode(line, Transport.Tcp, isV6: false, 0, ref row)) Assert.InRange((int)row.State, 1, 13);
            }, iter: 10_000);

    // Each word of the address as the kernel prints it: in network order, read as a number of this machine.
    private static string Words(byte[] address)
    {
        StringBuilder text = new();
        for (int i = 0; i < address.Length; i += 4) text.Append(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt32(address, i):X8}");
        return text.ToString();
    }
}
