using System.Collections.Generic;
using Minato.Model;
using Minato.Rendering.Netstat;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>
/// Counts handshakes that are not finished by the listener they knock at: the one of their very address, else the one of any
/// address. Linux does not tell whose they are where several listeners share an end (SO_REUSEPORT).
/// </summary>
internal sealed class HalfOpenConnections : ISocketConsumer, IHalfOpenCount
{
    private readonly Dictionary<Endpoint, int> _listeners = [];
    private readonly Dictionary<Endpoint, uint> _knocking = [];
    private readonly Dictionary<Endpoint, uint> _counts = [];

    public bool Accept(SocketBatch batch)
    {
        foreach (ref readonly SocketEntry row in batch.Entries)
        {
            Endpoint end = Plain(row.LocalEnd);
            if (row.State == SocketState.Listen) _listeners[end] = _listeners.GetValueOrDefault(end) + 1;
            else _knocking[end] = _knocking.GetValueOrDefault(end) + 1;
        }

        return true;
    }

    /// <summary>To be called when all have been seen.</summary>
    public void Settle()
    {
        foreach ((Endpoint end, uint count) in _knocking)
        {
            Endpoint listener = ListenerOf(end);
            _counts[listener] = _counts.GetValueOrDefault(listener) + count;
        }
    }

    public bool TryCount(in SocketEntry listener, out uint count)
    {
        Endpoint end = Plain(listener.LocalEnd);
        count = _counts.GetValueOrDefault(end);
        return count == 0 || _listeners.GetValueOrDefault(end) <= 1;
    }

    private static Endpoint Plain(Endpoint end) => end.Addr.IsV4Mapped ? new Endpoint(IpAddr.V4((uint)end.Addr.Low), end.Port) : end;

    private Endpoint ListenerOf(Endpoint end)
    {
        if (_listeners.ContainsKey(end)) return end;
        Endpoint anyV4 = new(IpAddr.V4(0), end.Port);
        if (!end.Addr.IsV6 && _listeners.ContainsKey(anyV4)) return anyV4;
        return new Endpoint(IpAddr.V6(0, 0), end.Port);
    }
}
