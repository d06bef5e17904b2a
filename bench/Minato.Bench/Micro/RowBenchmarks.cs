using System;
using System.Buffers.Binary;
using BenchmarkDotNet.Attributes;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Ss;
using Minato.Wire;

namespace Minato.Bench.Micro;

/// <summary>What a row costs beside the kernel's work: bytes of sock_diag in, bytes of the table out.</summary>
[MemoryDiagnoser]
public class RowBenchmarks
{
    private const int Rows = 256;

    private readonly byte[] _datagram = Datagram();
    private readonly SocketEntry[] _rows = new SocketEntry[Rows];
    private readonly SsTable _table = new(new Utf8Sink(new Nowhere()), new SsColumns { Header = false }, NoNames.Instance);

    private readonly NetstatSocketTable _netstat = new(new Utf8Sink(new Nowhere()), LinuxLayout.Internet(new LinuxWishes()), NoNames.Instance);

    private readonly SsExactTable _exact = new(
        new Utf8Sink(new Nowhere()), new SsColumns { Header = false, Release = SsRelease.Newest }, new NoNames());

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Decode()
    {
        int count = 0;
        NetlinkReader reader = new(_datagram);
        while (reader.TryRead(out _, out ReadOnlySpan<byte> payload))
        {
            if (InetDiagDecoder.TryDecode(payload, Transport.Tcp, SocketFields.None, 0, ref _rows[count])) count++;
        }

        return count;
    }

    [GlobalSetup(Targets = [nameof(Render), nameof(RenderExact), nameof(RenderNetstat)])]
    public void FillRows() => Decode();

    [GlobalSetup(Target = nameof(RenderV6))]
    public void FillV6Rows()
    {
        for (int i = 0; i < Rows; i++)
        {
            IpAddr local = IpAddr.V6(0x2001_0DB8_0000_0000, (ulong)i * 0x9E37_79B9_7F4A_7C15);
            _rows[i] = new SocketEntry
            {
                Family = SocketFamily.Inet6,
                State = SocketState.Established,
                LocalEnd = new Endpoint(local, 443),
                PeerEnd = new Endpoint(IpAddr.V6(0x2001_0DB8_0001_0000 + (ulong)i, 1), (ushort)(10_240 + i * 7)),
            };
        }
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public bool Render() => _table.Accept(new SocketBatch(_rows, null, null));

    [Benchmark(OperationsPerInvoke = Rows)]
    public bool RenderV6() => _table.Accept(new SocketBatch(_rows, null, null));

    [Benchmark(OperationsPerInvoke = Rows)]
    public bool RenderNetstat() => _netstat.Accept(new SocketBatch(_rows, null, null));

    [Benchmark(OperationsPerInvoke = Rows)]
    public bool RenderExact() => _exact.Accept(new SocketBatch(_rows, null, null)) && _exact.Finish();

    // Connections between 127.x.y.z addresses, the bench's tan-100k in small.
    private static byte[] Datagram()
    {
        byte[] datagram = new byte[Rows * 88];
        for (int i = 0; i < Rows; i++)
        {
            InetDiagMsg message = new() { idiag_family = 2, idiag_state = 1, idiag_inode = (uint)(100_000 + i) };
            message.id.idiag_sport = BinaryPrimitives.ReverseEndianness((ushort)(1100 + i));
            message.id.idiag_dport = BinaryPrimitives.ReverseEndianness((ushort)(10_240 + i * 7));
            message.id.idiag_src[0] = BinaryPrimitives.ReverseEndianness(0x7F00_0001u);
            message.id.idiag_dst[0] = BinaryPrimitives.ReverseEndianness(0x7F00_0000u | (uint)(i * 257));
            NetlinkWriter writer = new(datagram.AsSpan(i * 88), SockDiagConstants.SOCK_DIAG_BY_FAMILY, 0, 1);
            writer.Append(message);
            _ = writer.Message;
        }

        return datagram;
    }
}
