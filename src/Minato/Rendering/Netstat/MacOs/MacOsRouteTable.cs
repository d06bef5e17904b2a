using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>"Routing tables" of macOS 10.15 and later: Internet, then Internet6. Routes are written as they come.</summary>
internal sealed class MacOsRouteTable(Utf8Sink sink, MacOsRouteWishes wishes, InterfaceEntry[] interfaces, IAddressNames? names) : IRouteConsumer
{
    private const int V4Width = 18;
    private const int FlagsWidth = 10;
    private const int InterfaceWidth = 14;
    private const int ExpireWidth = 6;
    private const int ReferencesWidth = 6;
    private const int UseWidth = 8;
    private const int MtuWidth = 6;

    private readonly MacOsCells _cells = new(sink);

    private readonly WaitingRoutes? _waiting = names is null ? null : new WaitingRoutes();
    private bool? _isV6;
    private InterfaceEntry? _last;

    public void AppendTitle() => sink.Append("Routing tables\n"u8);

    public bool Accept(in RouteEntry route)
    {
        if ((route.Flags & RouteFlags.Cache) != 0 && !wishes.All) return true;
        if (names is null)
        {
            Append(in route);
            return !sink.HasFailed;
        }

        if (_waiting!.Add(in route)) AppendWaiting(names);
        return !sink.HasFailed;
    }

    /// <summary>To be called after the last route.</summary>
    public void End()
    {
        if (names is not null) AppendWaiting(names);
    }

    private void AppendWaiting(IAddressNames finder)
    {
        foreach (ref readonly RouteEntry route in _waiting!.Routes)
        {
            if (MacOsRouteFlags.IsHost(in route)) finder.Want(in route.DestinationAddress);
            if ((route.Flags & RouteFlags.Gateway) != 0) finder.Want(in route.GatewayAddress);
        }

        finder.Settle();
        foreach (ref readonly RouteEntry route in _waiting!.Routes) Append(in route);
        _waiting.Clear();
    }

    private void Append(in RouteEntry route)
    {
        if (_isV6 != route.IsV6)
        {
            _isV6 = route.IsV6;
            AppendHeader(route.IsV6);
        }

        InterfaceEntry? card = Find(route.Interface);
        int width = route.IsV6 ? wishes.V6Width : V4Width;
        _cells.Begin();
        AppendDestination(in route);
        _cells.EndLeft(width);
        _cells.Gap();
        _cells.Begin();
        AppendGateway(in route, card);
        _cells.EndLeft(width);
        _cells.Gap();
        _cells.Begin();
        MacOsRouteFlags.Append(_cells.Text, in route);
        _cells.EndLeft(FlagsWidth);
        if (wishes.Long) AppendMetrics(in route, card);
        _cells.Gap();
        _cells.Begin();
        Untrusted.Append(_cells.Text, route.Interface);
        _cells.EndRight(InterfaceWidth);
        _cells.Gap();
        _cells.WordRight(Expire(route.Flags), ExpireWidth);
        _cells.EndLine();
    }

    private static ReadOnlySpan<byte> Expire(RouteFlags flags) => (flags & RouteFlags.Reject) != 0 ? "!"u8 : (flags & RouteFlags.Expires) != 0 ? "-"u8 : default;

    private void AppendHeader(bool isV6)
    {
        int width = isV6 ? wishes.V6Width : V4Width;
        sink.Append(isV6 ? "\nInternet6:\n"u8 : "\nInternet:\n"u8);
        NetstatText.AppendAscii(sink, "Destination".PadRight(width) + " " + "Gateway".PadRight(width) + " Flags     ");
        if (wishes.Long) sink.Append("   Refs      Use    Mtu"u8);
        sink.Append("          Netif Expire\n"u8);
    }

    private void AppendDestination(in RouteEntry route)
    {
        if (route.PrefixLength != 0 && MacOsRouteFlags.IsHost(in route)) AppendHost(in route.DestinationAddress, route.Interface);
        else if (names is not null && names.TryNetwork(in route.DestinationAddress, out ReadOnlySpan<byte> name)) Untrusted.Append(_cells.Text, name);
        else if (route.IsV6) MacOsNetworkText.AppendV6(_cells.Text, in route.DestinationAddress, route.PrefixLength, route.Interface, wishes.Numeric || wishes.Long);
        else MacOsNetworkText.AppendV4(_cells.Text, (uint)route.DestinationAddress.Low, route.PrefixLength);
    }

    private void AppendGateway(in RouteEntry route, InterfaceEntry? card)
    {
        if ((route.Flags & RouteFlags.Gateway) != 0)
        {
            AppendHost(in route.GatewayAddress, route.Interface);
            return;
        }

        if (card is null) return;
        _cells.Text.Append("link#"u8);
        _cells.Text.AppendNumber(card.Index);
    }

    private void AppendHost(in IpAddr address, ReadOnlySpan<byte> card)
    {
        if (names is not null && names.TryHost(in address, out ReadOnlySpan<byte> name)) Untrusted.Append(_cells.Text, name);
        else MacOsNetworkText.AppendAddress(_cells.Text, in address, card);
    }

    // A route without a size of its own has its interface's.
    private void AppendMetrics(in RouteEntry route, InterfaceEntry? card)
    {
        _cells.Gap();
        _cells.Number((ulong)Math.Max(0, route.References), ReferencesWidth);
        _cells.Gap();
        _cells.Number((ulong)Math.Max(0, route.Use), UseWidth);
        _cells.Gap();
        _cells.Number(route.Mss > 0 ? (ulong)route.Mss : card is { HasLink: true } ? card.Mtu : null, MtuWidth);
    }

    // Most routes are of the same interface as the one before.
    private InterfaceEntry? Find(ReadOnlySpan<byte> name)
    {
        if (_last is not null && name.SequenceEqual(_last.Name)) return _last;
        foreach (InterfaceEntry entry in interfaces)
        {
            if (name.SequenceEqual(entry.Name)) return _last = entry;
        }

        return null;
    }
}
