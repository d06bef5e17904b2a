using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the addresses: the owners (-p), and everything after them, each family's in a file of its own.</summary>
internal sealed class SsDetails
{
    private readonly SsColumns _columns;
    private readonly SsOwners _owners;
    private readonly ExtraFields _fields;
    private readonly InetExtras _inet;
    private readonly UnixExtras _unix;
    private readonly PacketExtras _packet;
    private readonly NetlinkExtras _netlink;
    private readonly TipcExtras _tipc;
    private readonly XdpExtras _xdp;

    public SsDetails(Utf8Sink sink, SsColumns columns, IRowNames names, Utf8Sink? ahead = null)
    {
        _columns = columns;
        _owners = new SsOwners(sink, columns);
        _fields = new ExtraFields(sink, columns, ahead);
        _inet = new InetExtras(_fields, columns, names);
        _unix = new UnixExtras(_fields, columns);
        _packet = new PacketExtras(_fields, columns);
        _netlink = new NetlinkExtras(_fields, columns);
        _tipc = new TipcExtras(_fields, columns);
        _xdp = new XdpExtras(_fields, columns);
    }

    public void AppendOwners(ReadOnlySpan<ProcessRef> owners) => _owners.Append(owners);

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
                _unix.Append(in row, batch.DetailsOf(in row));
                break;
            case SocketFamily.Packet:
                _packet.Append(in row, batch.DetailsOf(in row));
                break;
            case SocketFamily.Netlink:
                _netlink.Append(batch.DetailsOf(in row));
                break;
            case SocketFamily.Tipc:
                // ss has them before the owners, in their column.
                if (_columns.Release is null) _tipc.AppendDetails(in row);
                _tipc.AppendInfo(in row, batch.DetailsOf(in row));
                break;
            case SocketFamily.Xdp:
                _xdp.Append(in row, batch.DetailsOf(in row));
                break;
        }
    }

    /// <summary>Appends what ss writes before the owners, in their column.</summary>
    public void AppendBeforeOwners(in SocketEntry row)
    {
        if (row.Family != SocketFamily.Tipc) return;
        _fields.Begin(owed: 0);
        _tipc.AppendDetails(in row);
    }
}
