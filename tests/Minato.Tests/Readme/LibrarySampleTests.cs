using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Minato.Model;

namespace Minato.Tests.Readme;

public sealed class LibrarySampleTests
{
    [Fact]
    public void The_sample_finds_this_process_by_its_port()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "this version reads Linux");
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        string line = Assert.Single(OpenPorts(), line => line.StartsWith($"127.0.0.1 port {port}: ", StringComparison.Ordinal));

        Assert.EndsWith(": Minato.Tests", line, StringComparison.Ordinal);

        static IEnumerable<string> OpenPorts()
        {
            SocketQuery query = new()
            {
                Transports = Transports.Tcp,
                States = StateSet.Of(SocketState.Listen),
                Owners = OwnerSearch.First,
            };
            foreach (SocketRow row in SocketInspector.Snapshot(query).Rows)
            {
                string owner = row.Owners.Count > 0 ? Encoding.UTF8.GetString(row.Owners[0].Name.Span) : "not seen";
                yield return $"{row.Entry.Local.Address.ToIPAddress()} port {row.Entry.Local.Port}: {owner}";
            }
        }
    }
}
