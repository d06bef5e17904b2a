using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using CsCheck;
using Minato.Naming;

namespace Minato.Tests.Naming;

public sealed class ServiceNamesPropertyTests
{
    private static readonly Gen<string> Blanks = Gen.OneOf(" ", "\t", " \t  ", "\v");
    private static readonly Gen<string> Tail = Gen.OneOf("\n", "\r\n", " alias\n", "\t# comment\n", "#\n\n# 1/tcp\n", " a b c # d\n");

    private static readonly Gen<Entry> Entries =
        Gen.Select(
            Gen.String[Gen.Char.AlphaNumeric, 1, 20],
            Gen.Int[0, 300],
            Gen.OneOf("tcp", "udp", "sctp", "dccp", "ddp"),
            Blanks,
            Tail,
            static (name, port, protocol, blank, tail) => new Entry(name, (ushort)port, protocol, blank, tail));

    private static readonly Gen<byte> FileBytes = Gen.OneOf(Gen.Byte, Gen.OneOf("a 1/tcp\n#\0"u8.ToArray()));

    [Fact]
    public void Every_port_has_the_first_name_that_the_file_gives_it() => Entries.List[0, 400].Sample(entries =>
    {
        StringBuilder text = new();
        Dictionary<(string Protocol, ushort Port), string> expected = [];
        foreach (Entry entry in entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"{entry.Name}{entry.Blank}{entry.Port}/{entry.Protocol}{entry.Tail}");
            expected.TryAdd((entry.Protocol, entry.Port), entry.Name);
            expected.TryAdd(("any", entry.Port), entry.Name);
        }

        using TemporaryFile file = new(text.ToString());
        ServiceNames names = new(null, file.Path);
        foreach (ServiceProtocol protocol in Enum.GetValues<ServiceProtocol>())
        {
            string word = protocol.ToString().ToLowerInvariant();
            for (ushort port = 0; port <= 301; port++)
                Assert.Equal(expected.GetValueOrDefault((word, port)), ServiceNamesTests.Find(names, protocol, port));
        }
    }, iter: 100);

    [Fact]
    public void Any_bytes_are_read_without_a_fault() => FileBytes.Array[0, 500].Sample(bytes =>
    {
        using TemporaryFile file = new(bytes);
        ServiceNames names = new(null, file.Path);
        for (ushort port = 0; port < 2000; port++)
        {
            if (names.TryFind(ServiceProtocol.Tcp, port, out ReadOnlySpan<byte> name)) Assert.True(bytes.AsSpan().IndexOf(name) >= 0);
        }
    }, iter: 500);

    private sealed record Entry(string Name, ushort Port, string Protocol, string Blank, string Tail);
}
