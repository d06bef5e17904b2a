using Minato.Model;

namespace Minato.Cli.Doors.Netstat;

/// <summary>What a netstat command line prints once; it is printed again when an interval was asked.</summary>
internal abstract class NetstatListing
{
    /// <summary>The printed table to show in place of this machine's sockets (<c>--from</c>), or null.</summary>
    public PrintedSockets? Printed { get; set; }

    /// <summary>Whether it is made of sockets, so that a printed table can be shown by it.</summary>
    public virtual bool ShowsSockets => false;

    /// <summary>Prints it, and gives the exit code.</summary>
    public abstract int Print();

    /// <summary>Whether there is nothing to print again: what it was about has gone.</summary>
    public virtual bool IsOver => false;

    /// <summary>Reads the sockets asked for, from this machine or the printed table.</summary>
    protected SocketReport Read(SocketQuery query, ISocketConsumer table) => Printed is null ? SocketInspector.Read(query, table) : Printed.Read(query, table);

    /// <summary>Whether a printed table has none of the sockets asked for: its heading would stand alone.</summary>
    protected bool HasNone(SocketQuery query) => Printed is not null && !Printed.Has(query);
}
