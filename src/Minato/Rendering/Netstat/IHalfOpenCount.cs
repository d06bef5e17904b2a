using Minato.Model;

namespace Minato.Rendering.Netstat;

/// <summary>Counts connections whose handshake is not finished, by the listener that they knock at.</summary>
internal interface IHalfOpenCount
{
    /// <summary>False where several listeners have the same end: whose they are cannot be told.</summary>
    bool TryCount(in SocketEntry listener, out uint count);
}
