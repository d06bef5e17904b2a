using System;
using Minato.Model.Network;

namespace Minato.Rendering.Netstat;

/// <summary>Routes whose addresses have names: so many are gathered that their names are looked up together.</summary>
internal sealed class WaitingRoutes
{
    private readonly RouteEntry[] _routes = new RouteEntry[256];
    private int _count;

    /// <summary>Those gathered since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<RouteEntry> Routes => _routes.AsSpan(0, _count);

    /// <summary>Keeps a route; true when there is no room for another.</summary>
    public bool Add(in RouteEntry route)
    {
        _routes[_count++] = route;
        return _count == _routes.Length;
    }

    public void Clear() => _count = 0;
}
