using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Sources;
using Minato.Sources.Linux;
using Minato.Tests.Live;
using Minato.Tests.Wire;

namespace Minato.Tests.Sources.Live;

/// <summary>Another process sends rows to the address of the reader's socket (faults.md N8).</summary>
public sealed unsafe partial class ForgedMessageTests : LiveTest
{
    private const uint ForgedInode = 4_000_000_007;

    [Fact]
    public void A_row_that_the_kernel_did_not_send_is_thrown_away() => OwnNamespace.Run(() =>
    {
        ForgingFactory factory = new();
        CollectingSink sink = new();
        using NetlinkSource source = new(factory);
        RowBuffer rows = new(256, sink);

        Assert.Equal(TableOutcome.Complete, source.Append(Requests.Tcp4, rows));
        rows.Finish();
        Assert.True(factory.Forged > 0, "nothing was forged");
        Assert.DoesNotContain(ForgedInode, sink.Inodes);
    });

    /// <summary>Opens real sockets, and before each request puts a forged row and a forged end into their queues.</summary>
    private sealed class ForgingFactory : INetlinkChannelFactory
    {
        public int Forged { get; private set; }

        public int Open(out INetlinkChannel channel)
        {
            int errno = Socket.Call(SocketConstants.AF_NETLINK, SocketConstants.SOCK_RAW, Netlink.NETLINK_SOCK_DIAG, out SafeFd socket);
            channel = new ForgedChannel(socket, this);
            return errno;
        }

        private sealed class ForgedChannel(SafeFd socket, ForgingFactory factory) : INetlinkChannel
        {
            private readonly SockDiagChannel _inner = new(socket);

            public int Send(ReadOnlySpan<byte> request)
            {
                SockAddrNl own = new() { nl_family = SocketConstants.AF_NETLINK };
                Assert.Equal(0, Bind.Call(socket, MemoryMarshal.AsBytes(new ReadOnlySpan<SockAddrNl>(in own))));
                uint length = (uint)sizeof(SockAddrNl);
                Assert.Equal(0, getsockname(socket, &own, &length));
                Assert.NotEqual(0u, own.nl_pid);

                uint sequence = BitConverter.ToUInt32(request[8..]);
                Assert.Equal(0, Socket.Call(SocketConstants.AF_NETLINK, SocketConstants.SOCK_RAW, Netlink.NETLINK_SOCK_DIAG, out SafeFd stranger));
                using (stranger)
                {
                    Forge(stranger, own, NetlinkBytes.Message(NetlinkBytes.SockDiag, sequence, DiagBytes.Inet(22, ForgedInode)));
                    Forge(stranger, own, NetlinkBytes.Message(NetlinkBytes.Done, sequence, NetlinkBytes.U32(0)));
                }

                return _inner.Send(request);
            }

            public void ShowRoom(Span<byte> buffer) => _inner.ShowRoom(buffer);

            public Datagram Receive(Span<byte> buffer, bool wait) => _inner.Receive(buffer, wait);

            public void Dispose() => _inner.Dispose();

            private void Forge(SafeFd stranger, in SockAddrNl victim, byte[] message)
            {
                Assert.Equal(message.Length, SendTo.Call(stranger, message, MemoryMarshal.AsBytes(new ReadOnlySpan<SockAddrNl>(in victim))));
                factory.Forged++;
            }
        }
    }

    [LibraryImport("libc")]
    private static partial int getsockname(SafeFd socket, SockAddrNl* address, uint* length);
}
