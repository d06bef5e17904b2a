using System;
using System.Collections.Generic;
using System.Linq;
using Minato.Interop.Linux;
using Minato.Sources.Linux;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources;

/// <summary>What one receive gives: bytes for the sequence number of the request, or an error number.</summary>
internal sealed record Receive(Func<uint, byte[]> Bytes, int Errno = 0, bool IsFromKernel = true)
{
    // linux/netlink.h
    private const ushort Multi = 0x02;
    private const ushort DumpInterrupted = 0x10;

    /// <summary>TCP listeners with these inodes, each on the port of its number.</summary>
    public static Receive Rows(params uint[] inodes) => Messages([.. inodes.Select(inode => DiagBytes.Inet((ushort)inode, inode))]);

    public static Receive Messages(params byte[][] payloads) => new(sequence =>
        [.. payloads.SelectMany(payload => NetlinkBytes.Message(NetlinkBytes.SockDiag, sequence, payload))]);

    public static Receive Done(int error = 0) => new(sequence => NetlinkBytes.Message(NetlinkBytes.Done, sequence, BitConverter.GetBytes(error)));

    public static Receive Error(int errno) => new(sequence =>
        NetlinkBytes.Message(NetlinkBytes.Error, sequence, [.. BitConverter.GetBytes(-errno), .. new byte[16]], flags: 0));

    public static Receive Fails(int errno) => new(_ => [], errno);

    public static Receive EndOfFile() => new(_ => []);

    /// <summary>The same with the mark that the table changed while it was read.</summary>
    public Receive Interrupted() => this with
    {
        Bytes = sequence =>
        {
            byte[] datagram = Bytes(sequence);
            datagram[6] = (byte)(Multi | DumpInterrupted);
            return datagram;
        },
    };

    public Receive FromAnotherProcess() => this with { IsFromKernel = false };

    /// <summary>As if it answered an earlier request.</summary>
    public Receive Stale() => this with { Bytes = sequence => Bytes(sequence - 1) };

    public Receive With(Receive next) => this with { Bytes = sequence => [.. Bytes(sequence), .. next.Bytes(sequence)] };
}

/// <summary>A kernel that gives canned answers, one to each request, and keeps what it was asked.</summary>
internal sealed class FakeKernel(params Receive[][] answers) : INetlinkChannelFactory
{
    private readonly Queue<Receive[]> _answers = new(answers);

    public List<byte[]> Requests { get; } = [];

    public int Opened { get; private set; }

    public int Closed { get; private set; }

    public int OpenErrno { get; init; }

    public int SendErrno { get; init; }

    /// <summary>A kernel that gives the same answer to every request.</summary>
    public static FakeKernel Always(params Receive[] answer) => new([.. Enumerable.Repeat(answer, 20)]);

    public int Open(out INetlinkChannel channel)
    {
        channel = new Channel(this);
        if (OpenErrno == 0) Opened++;
        return OpenErrno;
    }

    private sealed class Channel(FakeKernel kernel) : INetlinkChannel
    {
        private readonly Queue<Receive> _waiting = new();
        private uint _sequence;

        public int Send(ReadOnlySpan<byte> request)
        {
            if (kernel.SendErrno != 0) return kernel.SendErrno;
            _sequence = BitConverter.ToUInt32(request[8..]);
            Receive[]? answer;
            lock (kernel._answers)
            {
                kernel.Requests.Add(request.ToArray());
                Assert.True(kernel._answers.TryDequeue(out answer), "asked more often than the test has answers");
            }

            foreach (Receive receive in answer) _waiting.Enqueue(receive);
            return 0;
        }

        public void ShowRoom(Span<byte> buffer)
        {
        }

        public Datagram Receive(Span<byte> buffer, bool wait)
        {
            if (!_waiting.TryDequeue(out Receive? next))
            {
                Assert.False(wait, "the reader waits for what never comes");
                return new Datagram(-Errno.EAGAIN, IsCut: false, IsFromKernel: true);
            }

            if (next.Errno != 0) return new Datagram(-next.Errno, IsCut: false, next.IsFromKernel);
            byte[] bytes = next.Bytes(_sequence);
            bytes.AsSpan(0, Math.Min(bytes.Length, buffer.Length)).CopyTo(buffer);
            return new Datagram(bytes.Length, bytes.Length > buffer.Length, next.IsFromKernel);
        }

        public void Dispose() => kernel.Closed++;
    }
}
