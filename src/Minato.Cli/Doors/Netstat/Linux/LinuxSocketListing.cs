using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' tables of sockets: internet, then groups where they are asked, then UNIX, then what is not there.</summary>
internal sealed class LinuxSocketListing(string program, string[] words, LinuxRequest request, NetstatListing? groups) : NetstatListing
{
    public override bool ShowsSockets => groups is null;

    /// <summary>With <c>-c</c> too, a table that was asked by name and is not there ends it all.</summary>
    public override bool IsOver => request.Tables.Code != ExitCode.Done;

    public override int Print()
    {
        LinuxTables tables = request.Tables;
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(request.Names) { Printed = Printed?.Names };
        int code = tables.Code;
        if (tables.HasInternet && (request.Inet is null || !HasNone(request.Inet))) code = Math.Max(code, Print(sink, "Active Internet connections ("u8, LinuxLayout.Internet(request.Wishes), names, request.Inet));
        if (groups is not null && !sink.HasFailed && !tables.EndsWithInternet) code = Math.Max(code, groups.Print());
        if (request.Unix is { } unix && !sink.HasFailed && !HasNone(unix))
            code = Math.Max(code, Print(sink, "Active UNIX domain sockets ("u8, LinuxLayout.Unix(request.Wishes), names, unix));
        if (sink.HasFailed) return code;
        foreach (string line in tables.Lacking) Message.Error("netstat: " + line);
        return code;
    }

    private int Print(Utf8Sink sink, ReadOnlySpan<byte> title, NetstatLayout layout, RowNames names, SocketQuery? query)
    {
        sink.Append(title);
        sink.Append(request.Scope);
        sink.Append(")\n"u8);
        NetstatSocketTable table = new(sink, layout, names);
        table.AppendHeader();
        SocketReport report = query is null ? new SocketReport() : Read(query, table);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }
}
