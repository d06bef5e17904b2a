using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Rendering.Ss;
using Minato.Sources;
using Minato.Sources.Linux;

namespace Minato.Fuzz.Targets;

/// <summary>
/// A kernel that answers anything: the first byte says which table is asked, then come datagrams, each behind its length. A
/// length of 0xFFFF and above is an error number.
/// </summary>
internal sealed class NetlinkTarget : Target, INetlinkChannelFactory
{
    private const ushort FirstError = 0xFF00;

    private byte[] _bytes = [];
    private int _at;
    private int _opened;

    public override IEnumerable<byte[]> Seeds()
    {
        byte[] row = Message.Of(20, Message.Payload(2, 72, 22, 8));
        byte[] unix = Message.Of(20, Message.Payload(1, 16, 7, 8));
        byte[] done = Message.Of(3, new byte[4]);
        byte[] error = Message.Of(2, [0xFE, 0xFF, 0xFF, 0xFF, .. new byte[16]]);
        yield return [0, .. Datagram([.. row, .. row]), .. Datagram(done)];
        yield return [3, .. Datagram([.. unix, .. unix]), .. Datagram(done)];
        yield return [0, .. Datagram(row), 105, 0xFF, .. Datagram(done)];
        yield return [1, .. Datagram(error)];
        yield return [0, .. Datagram(row[..^8]), .. Datagram(done)];
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        _bytes = input.ToArray();
        _at = 1;
        _opened = 0;
        using NetlinkSource source = new(this, receiveSize: input[0] >= 128 ? 256 : 32 * 1024);
        RowBuffer rows = new(input[0] % 2 == 0 ? 2 : 256, new Tables(SsRelease.Newest));
        SocketTable table = (SocketTable)(input[0] % 64 % 12);
        _ = source.Append(new TableRequest(table, IpFamilies.Both, Transports.All, StateSet.All, Tables.Everything, FamiliesApart: false, NetNamespace: 1), rows);
        rows.Finish();
    }

    public int Open(out INetlinkChannel channel)
    {
        channel = new Channel(this);
        return ++_opened > 1000 ? throw new InvalidOperationException("asked without an end") : 0;
    }

    private static byte[] Datagram(byte[] bytes) => [.. BitConverter.GetBytes((ushort)bytes.Length), .. bytes];

    private sealed class Channel(NetlinkTarget kernel) : INetlinkChannel
    {
        private uint _sequence;

        public int Send(ReadOnlySpan<byte> request)
        {
            _sequence = BitConverter.ToUInt32(request[8..]);
            return 0;
        }

        public void ShowRoom(Span<byte> buffer)
        {
        }

        public Datagram Receive(Span<byte> buffer, bool wait)
        {
            byte[] bytes = kernel._bytes;
            if (bytes.Length - kernel._at < 2) return new Datagram(wait ? 0 : -Errno.EAGAIN, IsCut: false, IsFromKernel: true);
            ushort length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(kernel._at));
            kernel._at += 2;
            if (length >= FirstError) return new Datagram(-(length - FirstError), IsCut: false, IsFromKernel: true);

            byte[] datagram = bytes.AsSpan(kernel._at, Math.Min(length, bytes.Length - kernel._at)).ToArray();
            kernel._at += datagram.Length;
            Answer(datagram);
            datagram.AsSpan(0, Math.Min(datagram.Length, buffer.Length)).CopyTo(buffer);
            return new Datagram(datagram.Length, datagram.Length > buffer.Length, IsFromKernel: true);
        }

        public void Dispose()
        {
        }

        // The number of the request, which no input can know; one message in four keeps what it has.
        private void Answer(Span<byte> datagram)
        {
            while (datagram.Length >= 16)
            {
                if ((datagram[8] & 3) != 3) BinaryPrimitives.WriteUInt32LittleEndian(datagram[8..], _sequence);
                int length = (int)Math.Min((uint)datagram.Length, BinaryPrimitives.ReadUInt32LittleEndian(datagram) + 3 & ~3u);
                if (length < 16) return;
                datagram = datagram[length..];
            }
        }
    }
}
