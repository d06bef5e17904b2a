using Minato.Model.Network;

namespace Minato.Rendering.Netstat.MacOs;

/// <summary>
/// The letters of a route (netstat(1) of macOS), in BSD's order, where Linux tells what they stand for. Who made a route (S), and
/// what clones or was bound to an interface (C, c, I), its table does not tell.
/// </summary>
internal static class MacOsRouteFlags
{
    public static void Append(Utf8Sink sink, in RouteEntry route)
    {
        RouteFlags flags = route.Flags;
        if ((flags & RouteFlags.Up) != 0) sink.Append((byte)'U');
        if ((flags & RouteFlags.Gateway) != 0) sink.Append((byte)'G');
        if (IsHost(in route)) sink.Append((byte)'H');
        if ((flags & RouteFlags.Reject) != 0) sink.Append((byte)'R');
        if ((flags & RouteFlags.Dynamic) != 0) sink.Append((byte)'D');
        if ((flags & RouteFlags.Modified) != 0) sink.Append((byte)'M');
        if (IsMulticast(in route)) sink.Append((byte)'m');
        if ((flags & RouteFlags.Cache) != 0) sink.Append((byte)'W');
    }

    /// <summary>Whether it leads to one host.</summary>
    public static bool IsHost(in RouteEntry route) => (route.Flags & RouteFlags.Host) != 0 || (route.IsV6 && route.PrefixLength == 128);

    // RFC 5771 and RFC 4291 §2.7.
    private static bool IsMulticast(in RouteEntry route) => route.PrefixLength >= 4 && (route.IsV6
        ? route.PrefixLength >= 8 && route.DestinationAddress.High >> 56 == 0xFF
        : (uint)route.DestinationAddress.Low >> 28 == 0xE);
}
