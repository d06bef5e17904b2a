using System.Text;
using Minato.Cli.Doors;
using Minato.Model;
using Minato.Reading;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Ss;

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
        for (int snapshot = 0; snapshot < read.Snapshots; snapshot++) read.Deliver(snapshot, TextFilter.All, table);
        return Encoding.Latin1.GetString(text.Bytes);
    }

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

    /// <summary>What is read from a text of bytes.</summary>
    public static TextTable Read(string text) => TextTable.Read(Encoding.Latin1.GetBytes(text));
}
