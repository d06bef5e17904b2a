using System;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading;
using Minato.Model;

namespace Minato.Tests.Sources;

public sealed partial class NetNamespaceTests
{
    // linux/sched.h
    private const int CLONE_NEWNET = 0x40000000;

    [Theory]
    [InlineData(SourcePreference.Netlink)]
    [InlineData(SourcePreference.ProcNet)]
    public void A_thread_in_another_namespace_sees_the_sockets_of_that_one(SourcePreference source)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "a network namespace needs root");
        SocketSnapshot? snapshot = null;
        ulong inode = 0;
        Thread inside = new(() =>
        {
            if (unshare(CLONE_NEWNET) != 0) return;
            using Socket only = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            only.Bind(new IPEndPoint(IPAddress.Any, 0));
            inode = LiveSockets.InodeOf(only);
            snapshot = SocketInspector.Snapshot(new SocketQuery { Transports = Transports.Inet & ~Transports.Raw, Source = source });
        });
        inside.Start();
        inside.Join();

        Assert.NotNull(snapshot);
        Assert.Equal(inode, Assert.Single(snapshot.Rows).Entry.Inode);
    }

    [LibraryImport("libc")]
    private static partial int unshare(int flags);
}
