using System;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>"Kernel IP routing table" as net-tools 2.10 prints it.</summary>
internal sealed class LinuxRouteTable(Utf8Sink sink, LinuxRouteColumns columns, IAddressNames? names) : IRouteConsumer
{
    // A cell holds so many characters of an address or a name, with or without -W.
    private const int AddressRoom = 15;

    // How many bytes of an interface's name -ee shows, and in how many columns.
    private const int ShortInterface = 6;
    private const int InterfaceRoom = 8;

    private readonly WaitingRoutes? _waiting = names is null ? null : new WaitingRoutes();
    private bool _hasHeading;

    public bool Accept(in RouteEntry route)
    {
        if (!_hasHeading) AppendHeading();

        // net-tools does not show routes that are not in use.
        if (columns == LinuxRouteColumns.None || (route.Flags & RouteFlags.Up) == 0) return !sink.HasFailed;
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

    /// <summary>"Kernel IP routing cache", which no kernel since Linux 3.6 has: its heading.</summary>
    public static void AppendCache(Utf8Sink sink, LinuxRouteColumns columns)
    {
        sink.Append("Kernel IP routing cache\n"u8);
        sink.Append(columns switch
        {
            LinuxRouteColumns.Plain => "Source          Destination     Gateway         Flags   MSS Window  irtt Iface\n"u8,
            LinuxRouteColumns.Extended => "Source          Destination     Gateway         Flags Metric Ref    Use Iface\n"u8,
            LinuxRouteColumns.Full =>
                "Source          Destination     Gateway         Flags Metric Ref    Use Iface    MSS   Window irtt  TOS HHRef HHUptod     SpecDst\n"u8,
            _ => default,
        });
    }

    private void AppendHeading()
    {
        _hasHeading = true;
        sink.Append("Kernel IP routing table\n"u8);
        sink.Append(columns switch
        {
            LinuxRouteColumns.Plain => "Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface\n"u8,
            LinuxRouteColumns.Extended => "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface\n"u8,
            LinuxRouteColumns.Full => "Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt\n"u8,
            _ => default,
        });
    }

    private void AppendWaiting(IAddressNames finder)
    {
        foreach (ref readonly RouteEntry route in _waiting!.Routes)
        {
            if (IsHost(in route)) finder.Want(in route.DestinationAddress);
            finder.Want(in route.GatewayAddress);
        }

        finder.Settle();
        foreach (ref readonly RouteEntry route in _waiting!.Routes) Append(in route);
        _waiting.Clear();
    }

    private void Append(in RouteEntry route)
    {
        bool isReject = (route.Flags & RouteFlags.Reject) != 0;
        AppendDestination(in route);
        sink.Append((byte)' ');
        if (isReject) AppendWord("-"u8, AddressRoom);
        else AppendHost(in route.GatewayAddress);
        sink.Append((byte)' ');
        AppendAddress((uint)(uint.MaxValue * (1ul << 32 - route.PrefixLength)));
        sink.Append((byte)' ');
        Span<byte> letters = stackalloc byte[LinuxRouteFlags.Most];
        AppendWord(letters[..LinuxRouteFlags.WriteV4(letters, route.Flags)], 5);
        sink.Append((byte)' ');
        if (columns == LinuxRouteColumns.Plain) AppendPlain(in route, isReject);
        else AppendExtended(in route, isReject);
        sink.Append((byte)'\n');
    }

    private void AppendPlain(in RouteEntry route, bool isReject)
    {
        if (isReject)
        {
            sink.Append("    - -          - -"u8);
            return;
        }

        NumberCell.AppendRight(sink, (long)route.Mss, 5);
        sink.Append((byte)' ');
        NumberCell.AppendLeft(sink, (long)route.Window, 5);
        sink.Append((byte)' ');
        NumberCell.AppendRight(sink, (long)route.Irtt, 6);
        sink.Append((byte)' ');
        Untrusted.Append(sink, route.Interface);
    }

    private void AppendExtended(in RouteEntry route, bool isReject)
    {
        NumberCell.AppendLeft(sink, (long)route.Metric, 6);
        sink.Append((byte)' ');
        if (isReject)
        {
            sink.Append("-  "u8);
            NumberCell.AppendRight(sink, (long)route.Use, 7);
            sink.Append(columns == LinuxRouteColumns.Full ? " -        -     -      -"u8 : " -"u8);
            return;
        }

        // The two tables part their ten columns for references and use differently.
        int references = columns == LinuxRouteColumns.Full ? 3 : 2;
        NumberCell.AppendLeft(sink, (long)route.References, references);
        sink.Append((byte)' ');
        NumberCell.AppendRight(sink, (long)route.Use, 9 - references);
        sink.Append((byte)' ');
        ReadOnlySpan<byte> name = route.Interface;
        if (columns == LinuxRouteColumns.Extended)
        {
            Untrusted.Append(sink, name);
            return;
        }

        long start = sink.Position;
        Untrusted.Append(sink, NetstatText.WholeCharacters(name, ShortInterface));
        sink.AppendBlanks(InterfaceRoom - (int)(sink.Position - start));
        sink.Append((byte)' ');
        NumberCell.AppendLeft(sink, (long)route.Mss, 5);
        sink.Append((byte)' ');
        NumberCell.AppendLeft(sink, (long)route.Window, 6);
        sink.Append((byte)' ');
        NumberCell.AppendSigned(sink, route.Irtt);
    }

    // The whole address space is "default"; what lies inside the mask alone is a network, all else a host.
    private void AppendDestination(in RouteEntry route)
    {
        ref readonly IpAddr destination = ref route.DestinationAddress;
        if (names is not null && destination.IsUnspecified && route.PrefixLength == 0) AppendWord("default"u8, AddressRoom);
        else if (names is not null && !destination.IsUnspecified && !IsHost(in route) && names.TryNetwork(in destination, out ReadOnlySpan<byte> name)) AppendName(name);
        else if (IsHost(in route)) AppendHost(in destination);
        else AppendAddress((uint)destination.Low);
    }

    private static bool IsHost(in RouteEntry route) =>
        (route.Flags & RouteFlags.Host) != 0 || ((uint)route.DestinationAddress.Low & (uint)((1ul << 32 - route.PrefixLength) - 1)) != 0;

    private void AppendHost(in IpAddr host)
    {
        if (names is not null && !host.IsUnspecified && names.TryHost(in host, out ReadOnlySpan<byte> name)) AppendName(name);
        else AppendAddress((uint)host.Low);
    }

    private void AppendAddress(uint address)
    {
        int length = AddressText.WriteV4(ref sink.Start(AddressText.Room), address);
        sink.Advance(length);
        sink.AppendBlanks(AddressRoom - length);
    }

    private void AppendName(ReadOnlySpan<byte> name)
    {
        long start = sink.Position;
        Untrusted.Append(sink, NetstatText.WholeCharacters(name, AddressRoom));
        sink.AppendBlanks(AddressRoom - (int)(sink.Position - start));
    }

    private void AppendWord(ReadOnlySpan<byte> word, int width)
    {
        sink.AppendWord(word);
        sink.AppendBlanks(width - word.Length);
    }
}
