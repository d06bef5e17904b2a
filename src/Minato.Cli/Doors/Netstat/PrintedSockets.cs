using Minato.Model;
using Minato.Reading;

namespace Minato.Cli.Doors.Netstat;

/// <summary>The sockets of a printed table, asked as this machine's are.</summary>
internal sealed class PrintedSockets(TextTable table)
{
    /// <summary>Which look at the sockets is shown, from 0.</summary>
    public int Snapshot { get; set; }

    /// <summary>The texts that stood for numbers.</summary>
    public TextNames Names => table.Names;

    public SocketReport Read(SocketQuery query, ISocketConsumer consumer) => new() { Rows = table.Deliver(Snapshot, Filter(query), consumer) };

    public bool Has(SocketQuery query) => table.Has(Snapshot, Filter(query));

    // What idles on a port that it has bound is asked for apart from the rest: a table that has it shows it.
    private static TextFilter Filter(SocketQuery query)
    {
        StateSet idle = StateSet.Of(SocketState.BoundInactive);
        return new TextFilter(query.Transports, query.Families, query.States.Contains(SocketState.Closed) ? query.States | idle : query.States);
    }
}
