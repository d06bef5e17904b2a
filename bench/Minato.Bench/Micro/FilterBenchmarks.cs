using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using Minato.Filter;
using Minato.Model;

namespace Minato.Bench.Micro;

/// <summary>What a filter of twenty conditions costs before the first row, and what it costs per row.</summary>
[MemoryDiagnoser]
public class FilterBenchmarks
{
    private const int Rows = 256;

    private static readonly string[] Words =
    [
        "(", "dport", "=", ":443", "or", "dport", "=", ":80", "or", "sport", "=", ":22", "or", "sport", "=", ":8080", ")",
        "and", "(", "dst", "10.0.0.0/8", "or", "dst", "192.168.0.0/16", "or", "dst", "172.16.0.0/12", "or", "dst", "[2001:db8::/32]", ")",
        "and", "not", "(", "src", "10.1.2.3", "or", "src", "10.1.2.4", "or", "src", "10.1.2.5", "or", "autobound", ")",
        "and", "sport", ">=", ":1", "and", "sport", "<=", ":65000", "and", "dport", ">=", ":1", "and", "dport", "<=", ":65000",
        "and", "fwmark", "0x0/0xff", "and", "!", "sport", "=", ":25", "and", "!", "dport", "=", ":25", "and", "!", "dst", "10.9.9.9",
    ];

    private static readonly FilterContext Context = new() { Grammar = FilterGrammar.Ss, Names = new NoNames() };

    private readonly SocketFilter _filter = FilterText.Parse(Words, Context).Filter!;
    private readonly SocketEntry[] _rows = MakeRows();

    [Benchmark]
    public object ParseAndCompile() => FilterText.Parse(Words, Context).Filter!.Kernel!;

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Match()
    {
        int count = 0;
        SocketBatch batch = new(_rows, null, null);
        foreach (ref readonly SocketEntry row in _rows.AsSpan())
        {
            if (_filter.Matches(in row, in batch)) count++;
        }

        return count;
    }

    private static SocketEntry[] MakeRows()
    {
        SocketEntry[] rows = new SocketEntry[Rows];
        for (int i = 0; i < Rows; i++)
        {
            rows[i].LocalEnd = new Endpoint(IpAddr.V4(0x0A01_0000 + (uint)i), (ushort)(8000 + i));
            rows[i].PeerEnd = new Endpoint(IpAddr.V4(0x0A02_0000 + (uint)i), i % 2 == 0 ? (ushort)443 : (ushort)5432);
        }

        return rows;
    }

    private sealed class NoNames : IFilterNames
    {
        public (int First, int Last) EphemeralPorts => (32768, 60999);

        public HostLookup FindHost(string name, SocketFamily? family, List<IpAddr> addresses) => HostLookup.NotFound;

        public bool TryFindService(string name, bool isUdp, out ushort port) => None(out port);

        public bool TryFindInterface(string name, out uint index) => None(out index);

        public bool TryFindUser(string name, out uint uid) => None(out uid);

        public bool TryFindCgroup(string path, bool isAnyFile, out ulong id) => None(out id);

        public bool TryFindNetNamespace(string name, out ulong inode) => None(out inode);

        public bool TryFindNetlinkProtocol(string name, out byte number) => None(out number);

        public bool TryFindLinkProtocol(string name, out ushort number) => None(out number);

        private static bool None<T>(out T value)
            where T : unmanaged
        {
            value = default;
            return false;
        }
    }
}
