using System;
using System.Runtime.InteropServices;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Windows;

/// <summary>Windows' route tables, row by row: the headings of a table are printed with its first row.</summary>
internal sealed class WindowsRouteTable(Utf8Sink sink, WindowsInterfaces interfaces, bool hasCarriageReturn) : IRouteConsumer
{
    private const int V6DestinationRoom = 24;
    private const int V6GatewayColumn = 36;

    // The longest is the prefix of an IPv6 address.
    private const int TextRoom = AddressText.Room + 4;

    // The metric of the kernel's own end of the table (ip6_null_entry), which is no route.
    private const int NoMetric = -1;

    private bool _hasRows;

    private ReadOnlySpan<byte> NewLine => NetstatText.NewLine(hasCarriageReturn);

    /// <summary>A line between the parts.</summary>
    public void AppendRule() => AppendLine("==========================================================================="u8);

    public void AppendLine(ReadOnlySpan<byte> text)
    {
        sink.Append(text);
        sink.Append(NewLine);
    }

    /// <summary>The list of interfaces between its rules.</summary>
    public void AppendInterfaces()
    {
        AppendRule();
        AppendLine("Interface List"u8);
        interfaces.Append(sink, NewLine);
        AppendRule();
    }

    /// <summary>The beginning of a table; its routes follow.</summary>
    public void Begin(bool isV6)
    {
        _hasRows = false;
        AppendLine(default);
        AppendLine(isV6 ? "IPv6 Route Table"u8 : "IPv4 Route Table"u8);
        AppendRule();
        AppendLine("Active Routes:"u8);
    }

    /// <summary>The end of a table. Routes that outlive a restart are no kernel's on Linux.</summary>
    public void End()
    {
        if (!_hasRows) AppendLine("  None"u8);
        AppendRule();
        AppendLine("Persistent Routes:"u8);
        AppendLine("  None"u8);
    }

    public bool Accept(in RouteEntry route)
    {
        bool isNull = route.IsV6 && route.Metric == NoMetric && (route.Flags & RouteFlags.Reject) != 0;
        if (isNull) return !sink.HasFailed;
        if (!_hasRows) AppendLine(route.IsV6 ? " If Metric Network Destination      Gateway"u8 : "Network Destination        Netmask          Gateway       Interface  Metric"u8);
        _hasRows = true;
        if (route.IsV6) AppendV6(in route);
        else AppendV4(in route);
        sink.Append(NewLine);
        return !sink.HasFailed;
    }

    private void AppendV4(in RouteEntry route)
    {
        IpAddr gateway = route.Gateway;
        InterfaceEntry? card = interfaces.Find(route.Interface);
        AppendV4(route.Destination, 17);
        AppendV4(IpAddr.V4(WindowsInterfaces.Mask(route.PrefixLength)), 17);
        if (gateway.IsUnspecified) AppendRight(OnLink(in route), 17);
        else AppendV4(gateway, 17);
        sink.Append((byte)' ');
        if (card is not null && WindowsInterfaces.TryFindAddress(card, gateway.IsUnspecified ? route.Destination : gateway, out IpAddr own)) AppendV4(own, 16);
        else AppendName(route.Interface, 16);
        sink.Append((byte)' ');
        NumberCell.AppendRight(sink, (ulong)(uint)route.Metric, 6);
    }

    private void AppendV6(in RouteEntry route)
    {
        NumberCell.AppendRight(sink, (ulong)(interfaces.Find(route.Interface)?.Index ?? 0), 3);
        NumberCell.AppendRight(sink, (ulong)(uint)route.Metric, 7);
        sink.Append((byte)' ');
        long start = sink.Position;
        AppendAddress(route.Destination);
        sink.Append((byte)'/');
        sink.AppendNumber(route.PrefixLength);
        int length = (int)(sink.Position - start);
        if (length <= V6DestinationRoom)
        {
            sink.AppendBlanks(V6DestinationRoom + 1 - length);
        }
        else
        {
            sink.Append(NewLine);
            sink.AppendBlanks(V6GatewayColumn);
        }

        if (route.Gateway.IsUnspecified) sink.Append(OnLink(in route).TrimEnd((byte)' '));
        else AppendAddress(route.Gateway);
    }

    // A route that refuses leads to no link.
    private static ReadOnlySpan<byte> OnLink(in RouteEntry route) => (route.Flags & RouteFlags.Reject) != 0 ? "Reject "u8 : "On-link "u8;

    private void AppendV4(in IpAddr address, int room)
    {
        Span<byte> text = stackalloc byte[TextRoom];
        AppendRight(text[..AddressText.WriteV4(ref MemoryMarshal.GetReference(text), (uint)address.Low)], room);
    }

    private void AppendRight(ReadOnlySpan<byte> text, int room)
    {
        sink.AppendBlanks(room - text.Length);
        sink.Append(text);
    }

    private void AppendName(ReadOnlySpan<byte> name, int room)
    {
        sink.AppendBlanks(room - name.Length);
        Untrusted.Append(sink, name);
    }

    private void AppendAddress(in IpAddr address) => AddressText.Append(sink, in address);
}
