using System.Text;
using Minato.Cli.Doors;
using Minato.Model;
using Minato.Reading;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Ss;
using Minato.States;

namespace Minato.Tests.Reading;

/// <summary>A table as a dialect prints it, from sockets or from what was read.</summary>
internal static class PrintedTable
{
    public static string Netstat(NetstatLayout layout, SocketEntry[] rows, IOwnerLookup? owners, IRowNames names)
    {
        TextBuffer text = new();
        NetstatSocketTable table = new(text.Sink, layout, names);
        table.AppendHeader();
        table.Accept(new SocketBatch(rows, owners, null));
        return Encoding.Latin1.GetString(text.Bytes);
    }

    public static string Netstat(NetstatLayout layout, TextTable read)
    {
        TextBuffer text = new();
        using RowNames names = new(NameKinds.None) { Printed = read.Names };
        NetstatSocketTable table = new(text.Sink, layout, names);
        table.AppendHeader();
        for (int snapshot = 0; snapshot < read.Snapshots; snapshot++) read.Deliver(snapshot, Filter(layout), table);
        return Encoding.Latin1.GetString(text.Bytes);
    }

    /// <summary>Whether a table of that kind shows the row.</summary>
    public static bool IsShown(in SocketEntry row, NetstatLayout layout) => Filter(layout).Passes(in row);

    public static string Ss(SsColumns columns, SocketEntry[] rows, IOwnerLookup? owners, IRowNames names)
    {
        TextBuffer text = new();
        SsTable table = new(text.Sink, columns, names);
        table.Accept(new SocketBatch(rows, owners, null));
        return Encoding.Latin1.GetString(text.Bytes);
    }

    public static string Ss(SsColumns columns, TextTable read)
    {
        TextBuffer text = new();
        using RowNames names = new(NameKinds.None) { Printed = read.Names };
        SsTable table = new(text.Sink, columns, names);
        read.Deliver(0, TextFilter.All, table);
        return Encoding.Latin1.GetString(text.Bytes);
    }

    public static string Exact(SsColumns columns, SocketEntry[] rows, IOwnerLookup? owners, IRowNames names)
    {
        TextBuffer text = new();
        SsExactTable table = new(text.Sink, columns, names);
        table.Accept(new SocketBatch(rows, owners, null));
        table.Finish();
        return Encoding.Latin1.GetString(text.Bytes);
    }

    public static string Exact(SsColumns columns, TextTable read)
    {
        TextBuffer text = new();
        using RowNames names = new(NameKinds.None) { Printed = read.Names };
        SsExactTable table = new(text.Sink, columns, names);
        read.Deliver(0, TextFilter.All, table);
        table.Finish();
        return Encoding.Latin1.GetString(text.Bytes);
    }

    /// <summary>What is read from a text of bytes.</summary>
    public static TextTable Read(string text) => TextTable.Read(Encoding.Latin1.GetBytes(text));

    // Which sockets a door asks for.
    private static TextFilter Filter(NetstatLayout layout)
    {
        bool isUnix = System.Array.Exists(layout.Columns, column => column.Cell is NetstatCell.UnixPath or NetstatCell.UnixName);
        Transports transports = isUnix ? Transports.Unix
            : layout.Words == StateDialect.NetstatLinux ? Transports.Tcp | Transports.Udp | Transports.UdpLite | Transports.Raw : layout.Words == StateDialect.NetstatMacOs ? Transports.Tcp | Transports.Udp | Transports.Raw : Transports.Tcp | Transports.Udp;
        return new TextFilter(transports, IpFamilies.Both, StateSet.All);
    }
}
