using System;
using System.Runtime.InteropServices;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>"Kernel IPv6 routing table", or its cache, as net-tools 2.10 prints it: no option changes its columns.</summary>
internal sealed class LinuxRoute6Table(Utf8Sink sink, bool isCache, IAddressNames? names) : IRouteConsumer
{
    private const int DestinationRoom = 30;
    private const int GatewayRoom = 26;

    private readonly WaitingRoutes? _waiting = names is null ? null : new WaitingRoutes();
    private bool _hasHeading;

    public bool Accept(in RouteEntry route)
    {
        if (!_hasHeading) AppendHeading();
        if ((route.Flags & RouteFlags.Cache) != 0 != isCache) return !sink.HasFailed;
        if (names is null)
        {
            Append(in route);
            return !sink.HasFailed;
        }

        if (_waiting!.Add(in route)) AppendWaiting(names);
        return !sink.HasFailed;
    }

    /// <summary>What is left after the last route: the heading too where there was none.</summary>
    public void End()
    {
        if (!_hasHeading) AppendHeading();
        if (names is not null) AppendWaiting(names);
    }

    private void AppendHeading()
    {
        _hasHeading = true;
        sink.Append(isCache ? "Kernel IPv6 routing cache\n"u8 : "Kernel IPv6 routing table\n"u8);
        sink.Append("Destination                    Next Hop                   Flag Met Ref  Use If\n"u8);
    }

    private void AppendWaiting(IAddressNames finder)
    {
        foreach (ref readonly RouteEntry route in _waiting!.Routes)
        {
            finder.Want(in route.DestinationAddress);
            finder.Want(in route.GatewayAddress);
        }

        finder.Settle();
        foreach (ref readonly RouteEntry route in _waiting!.Routes) Append(in route);
        _waiting.Clear();
    }

    private void Append(in RouteEntry route)
    {
        long start = sink.Position;
        AppendHost(in route.DestinationAddress);
        sink.Append((byte)'/');
        sink.AppendNumber(route.PrefixLength);
        sink.AppendBlanks(DestinationRoom - (int)(sink.Position - start));
        sink.Append((byte)' ');
        start = sink.Position;
        AppendHost(in route.GatewayAddress);
        sink.AppendBlanks(GatewayRoom - (int)(sink.Position - start));
        sink.Append((byte)' ');
        Span<byte> letters = stackalloc byte[LinuxRouteFlags.Most];
        int length = LinuxRouteFlags.WriteV6(letters, route.Flags);
        sink.AppendWord(letters[..length]);
        sink.AppendBlanks(4 - length);
        sink.Append((byte)' ');
        NumberCell.AppendLeft(sink, (long)route.Metric, 3);
        sink.Append((byte)' ');
        NumberCell.AppendSigned(sink, route.References);
        sink.Append((byte)' ');
        NumberCell.AppendRight(sink, (long)route.Use, 6);
        sink.Append((byte)' ');
        Untrusted.Append(sink, route.Interface);
        sink.Append((byte)'\n');
    }

    private void AppendHost(in IpAddr host)
    {
        if (host.IsV4Mapped)
        {
            // net-tools shows such an address as IPv4 and finds no name for it.
            ref byte to = ref MemoryMarshal.GetReference(sink.Room(AddressText.Room));
            sink.Advance(AddressText.WriteV4(ref to, (uint)host.Low));
        }
        else if (names is not null && host.IsUnspecified) sink.Append("[::]"u8);
        else if (names is not null && names.TryHost(in host, out ReadOnlySpan<byte> name)) Untrusted.Append(sink, name);
        else AddressText.Append(sink, in host);
    }
}
