using System;
using Minato.Events;
using Minato.Model;
using Minato.Sources.Linux;

namespace Minato;

/// <summary>Rows for sockets at the moment they are destroyed.</summary>
internal static class EventWatch
{
    /// <summary>Whether anything that the query selects is ever announced.</summary>
    public static bool Has(SocketQuery query) => DestroyEvents.Has(query.Transports, query.Families);

    /// <summary>Hands on a row for each event until the consumer wants no more; gives 0 then, or the error number that ended it.</summary>
    /// <param name="query">Kinds, families, fields, owners and filter; the states do not matter.</param>
    /// <param name="consumer">Takes the rows, one at a time.</param>
    /// <param name="lost">Told that events are missing at this place.</param>
    public static int Run(SocketQuery query, ISocketConsumer consumer, Action lost)
    {
        using RowDelivery delivery = new(query, consumer, new SocketReport()) { IsWatch = true };
        delivery.SearchOwnersBefore();
        ulong netNamespace = (delivery.Fields & SocketFields.Cookie) == 0 ? 0 : NetNamespace.Read(query.ProcRoot);
        return DestroyEvents.Run(query.Transports, query.Families, delivery.Fields, netNamespace, new Sink(delivery, lost));
    }

    private sealed class Sink(RowDelivery delivery, Action lost) : IEventSink
    {
        public bool Take(ref SocketEntry socket, SocketDetails details) => delivery.Deliver(new Span<SocketEntry>(ref socket), [details], isLast: false);

        public void Lose() => lost();
    }
}
