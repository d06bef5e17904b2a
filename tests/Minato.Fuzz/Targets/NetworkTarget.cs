using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Linux;
using Minato.Rendering.Ss;
using Minato.Wire;

namespace Minato.Fuzz.Targets;

/// <summary>Tables of /proc about routes, interfaces and groups, and rtnetlink's messages: the first byte says which.</summary>
internal sealed class NetworkTarget : Target
{
    private static readonly string[] Known =
    [
        "eth0\t0002A8C0\t0101A8C0\t0003\t0\t0\t100\t00FFFFFF\t1400\t8192\t300   \n*\t0000FEA9\t00000000\t0201\t0\t0\t-1\t0000FFFF\t0\t0\t0\n",
        "20010db8000000000000000000000000 40 00000000000000000000000000000000 00 fe800000000000000000fffe00000001 00000400 00000002 00000003 01450003     eth0\n",
        "  eth0:       1       2    3    4    5     6          7         8        9      10   11   12   13    14      15         16\n",
        "fe80000000000000000000fffe000001 03 40 20 80      eth0\n",
        "3\teth0      :     1      V3\n\t\t\t\t010000E0     1 0:00000000\t\t0\n",
        "3    eth0            ff0200000000000000000001ff000001     2 00000004 0\n",
    ];

    private const int LinkMessage = 6;
    private const int AddressMessage = 7;
    private const int Kinds = 8;

    public override IEnumerable<byte[]> Seeds()
    {
        for (int table = 0; table < Known.Length; table++) yield return [(byte)table, .. Encoding.ASCII.GetBytes(Known[table])];
        yield return [LinkMessage, .. Message.Payload(0, 16, 30, 8)];
        yield return [LinkMessage, .. Message.Payload(0, 16, 30, 192)];
        yield return [AddressMessage, .. Message.Payload(2, 8, 10, 4)];
        yield return [AddressMessage, .. Message.Payload(10, 8, 10, 16)];
    }

    public override void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty) return;
        Printer printer = new();
        int kind = input[0] % Kinds;
        input = input[1..];
        if (kind is LinkMessage) printer.Add(LinkDecoder.Decode(input));
        else if (kind is AddressMessage) printer.Add(input);
        else
        {
            foreach (Range line in input.Split((byte)'\n')) printer.Read(kind, input[line]);
        }

        printer.End();
    }

    private sealed class Printer
    {
        private readonly Utf8Sink _sink = new(new Tables(SsRelease.Newest));
        private readonly LinuxRouteTable _routes;
        private readonly LinuxRoute6Table _routes6;
        private readonly LinuxGroupTable _groups;
        private readonly List<InterfaceEntry> _interfaces = [];
        private ProcNetIgmpDecoder _igmp;

        public Printer()
        {
            _routes = new LinuxRouteTable(_sink, LinuxRouteColumns.Full, null);
            _routes6 = new LinuxRoute6Table(_sink, isCache: false, null);
            _groups = new LinuxGroupTable(_sink, null);
        }

        public void Read(int kind, ReadOnlySpan<byte> line)
        {
            RouteEntry route = default;
            GroupEntry group = default;
            switch (kind)
            {
                case 0 when ProcNetRouteDecoder.TryDecode(line, ref route): _routes.Accept(in route); break;
                case 1 when ProcNetRoute6Decoder.TryDecode(line, ref route): _routes6.Accept(in route); break;
                case 2 when ProcNetDevDecoder.Decode(line, out InterfaceCounters counters) is { IsEmpty: false } name:
                    Add(new InterfaceEntry { Name = name.ToArray(), Counters = counters });
                    break;
                case 3 when ProcNetIfInet6Decoder.Decode(line, out _, out InterfaceAddress address) is { IsEmpty: false } name:
                    Add(new InterfaceEntry { Name = name.ToArray(), Addresses = { address } });
                    break;
                case 4 when _igmp.TryDecode(line, ref group, out bool isGroup) && isGroup: _groups.Accept(in group); break;
                case 5 when ProcNetIgmp6Decoder.TryDecode(line, ref group): _groups.Accept(in group); break;
            }
        }

        public void Add(InterfaceEntry? link)
        {
            if (link is not null) _interfaces.Add(link);
        }

        public void Add(ReadOnlySpan<byte> message)
        {
            if (LinkAddressDecoder.TryDecode(message, out uint index, out InterfaceAddress address) && index != 0)
                Add(new InterfaceEntry { Name = [.. "eth0"u8], HasLink = true, Flags = (InterfaceFlags)uint.MaxValue, Addresses = { address } });
        }

        public void End()
        {
            _routes.End();
            _routes6.End();
            _groups.End();
            ReadOnlySpan<LinuxInterfaceRow> rows = LinuxInterfaceRow.ListOf([.. _interfaces], all: true);
            LinuxInterfaceTable.Append(_sink, rows);
            LinuxInterfaceBlocks.Append(_sink, rows);
            _sink.Flush();
        }
    }
}
