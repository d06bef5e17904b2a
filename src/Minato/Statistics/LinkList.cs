using System;
using System.Collections.Generic;
using Minato.Interop.Linux.Routing;
using Minato.Model;
using Minato.Model.Network;
using Minato.Wire;

namespace Minato.Statistics;

/// <summary>Interfaces as rtnetlink lists them.</summary>
internal sealed class LinkList(SocketReport report) : IDumpConsumer
{
    private readonly Dictionary<uint, InterfaceEntry> _byIndex = [];
    private InterfaceEntry[] _interfaces = new InterfaceEntry[16];

    /// <summary>Those read so far: not all places of the array are taken.</summary>
    public ReadOnlySpan<InterfaceEntry> Interfaces => _interfaces.AsSpan(0, Count);

    public int Count { get; private set; }

    public SocketReport Report => report;

    public void Begin()
    {
        Count = 0;
        _byIndex.Clear();
    }

    public void Accept(ushort type, ReadOnlySpan<byte> payload)
    {
        if (type != Rtnetlink.RTM_NEWLINK) return;
        if (LinkDecoder.Decode(payload) is not { } link) report.DamagedRows++;
        else if (_byIndex.TryAdd(link.Index, link))
        {
            if (Count == _interfaces.Length) Array.Resize(ref _interfaces, Count * 2);
            _interfaces[Count++] = link;
        }
    }

    /// <summary>All of them, in an array of their number.</summary>
    public InterfaceEntry[] Finish()
    {
        Array.Resize(ref _interfaces, Count);
        return _interfaces;
    }

    public bool TryFind(uint index, out InterfaceEntry? link) => _byIndex.TryGetValue(index, out link);
}

/// <summary>Their addresses of one family.</summary>
internal sealed class AddressList(LinkList links, bool isV6) : IDumpConsumer
{
    public void Begin()
    {
        foreach (InterfaceEntry link in links.Interfaces) link.Addresses.RemoveAll(address => address.Address.IsV6 == isV6);
    }

    public void Accept(ushort type, ReadOnlySpan<byte> payload)
    {
        if (type != Rtnetlink.RTM_NEWADDR) return;
        if (!LinkAddressDecoder.TryDecode(payload, out uint index, out InterfaceAddress address)) links.Report.DamagedRows++;

        // An interface that came after the list has an address and no row.
        else if (index != 0 && links.TryFind(index, out InterfaceEntry? link)) link!.Addresses.Add(address);
    }
}
