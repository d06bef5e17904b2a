using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the addresses: the owners (-p), and everything after them, each family's in a file of its own.</summary>
internal sealed class SsDetails
{
    private readonly Utf8Sink _sink;
    private readonly SsColumns _columns;
    private readonly ExtraFields _fields;
    private readonly InetExtras _inet;
    private readonly UnixExtras _unix;

    public SsDetails(Utf8Sink sink, SsColumns columns)
    {
        _sink = sink;
        _columns = columns;
        _fields = new ExtraFields(sink, columns);
        _inet = new InetExtras(_fields, columns);
        _unix = new UnixExtras(_fields);
    }

    public void AppendOwners(ReadOnlySpan<ProcessRef> owners)
    {
        if (owners.IsEmpty) return;
        _sink.Append("users:("u8);
        for (int i = 0; i < owners.Length; i++)
        {
            if (i > 0) _sink.Append((byte)',');
            _sink.Append("(\""u8);
            Untrusted.Append(_sink, owners[i].Name.Span, alsoEscaped: (byte)'"');
            _sink.Append("\",pid="u8);
            _sink.AppendNumber((uint)owners[i].Pid);
            _sink.Append(",fd="u8);
            _sink.AppendNumber((uint)owners[i].Fd);
            _sink.Append((byte)')');
        }

        _sink.Append((byte)')');
    }

    /// <summary>
    /// Appends ss's last, unnamed column: fields with a blank before each, some on lines of their own. Before a first
    /// field that stays on the row's line go <paramref name="owed"/> blanks of the table.
    /// </summary>
    public void AppendExtras(in SocketEntry row, SocketBatch batch, int owed = 0)
    {
        _fields.Begin(owed);
        switch (row.Family)
        {
            case SocketFamily.Inet or SocketFamily.Inet6:
                _inet.Append(in row, batch);
                break;
            case SocketFamily.Unix:
                if (_columns.Details) _unix.Append(in row);
                break;
        }
    }
}
