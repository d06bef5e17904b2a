using Minato.Model;

namespace Minato.Events;

/// <summary>Takes events as they come.</summary>
internal interface IEventSink
{
    /// <summary>Takes a socket that was destroyed; false ends the watching.</summary>
    bool Take(ref SocketEntry socket, SocketDetails details);

    /// <summary>More was destroyed than was taken in time: some events are missing here.</summary>
    void Lose();
}
