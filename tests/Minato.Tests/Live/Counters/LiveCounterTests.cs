using System;
using System.IO;
using System.Net;
using System.Net.Sockets;

namespace Minato.Tests.Live.Counters;

/// <summary>The installed netstat and Minato count in the same namespace at the same moment.</summary>
public sealed class LiveCounterTests : LiveTest
{
    [Theory]
    [InlineData("-s", false)]
    [InlineData("-s -6", false)]
    [InlineData("-s", true)]
    [InlineData("-st", true)]
    [InlineData("-su", true)]
    [InlineData("-sw", true)]
    [InlineData("-s -6", true)]
    [InlineData("-su6", true)]
    public void What_the_kernel_counted_is_printed_as_net_tools_prints_it(string options, bool hasTraffic) => OwnNamespace.Run(() =>
    {
        Assert.SkipUnless(File.Exists("/usr/bin/netstat"), "net-tools is not installed");
        if (hasTraffic) MakeTraffic();

        // A timer of the kernel's may count between two of them: then both original answers differ.
        for (int turn = 0; turn < 20; turn++)
        {
            string first = Type("/usr/bin/netstat " + options).Output;
            string minato = Type(PublishedBinary.Path + " netstat " + options).Succeeded().Output;
            if (!string.Equals(first, Type("/usr/bin/netstat " + options).Output, StringComparison.Ordinal)) continue;
            Assert.Equal(first, minato);
            return;
        }

        Assert.Fail("the counters never stood still");
    });

    // Connections, data, a connection that is reset, a port that nobody holds, in both families.
    private static void MakeTraffic()
    {
        foreach (IPAddress address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            using Socket listener = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(address, 0));
            listener.Listen();
            for (int turn = 0; turn < 3; turn++)
            {
                using Socket client = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                client.Connect(listener.LocalEndPoint!);
                using Socket server = listener.Accept();
                server.Send(new byte[4000]);
                client.LingerState = new LingerOption(true, 0);
            }

            using Socket refused = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Assert.Throws<SocketException>(() => refused.Connect(new IPEndPoint(address, 1)));
            using Socket datagrams = new(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            datagrams.Bind(new IPEndPoint(address, 0));
            datagrams.SendTo(new byte[8], datagrams.LocalEndPoint!);
            datagrams.SendTo(new byte[8], new IPEndPoint(address, 1));
        }
    }

    private static Outcome Type(string line) => Command.Run(["/bin/bash", "-c", line], [("PATH", Sandbox.SystemPath), ("LC_ALL", "C.UTF-8")]);
}
