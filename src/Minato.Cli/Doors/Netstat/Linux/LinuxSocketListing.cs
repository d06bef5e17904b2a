using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Linux;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' socket tables: internet, then UNIX.</summary>
internal sealed class LinuxSocketListing(string program, string[] words, LinuxRequest request) : NetstatListing
{
    public override bool ShowsSockets => true;

    public override int Print()
    {
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(request.Names) { Printed = Printed?.Names };
        int code = ExitCode.Done;
        if (request.Inet is { } inet && !HasNone(inet)) code = Print(sink, "Active Internet connections ("u8, LinuxLayout.Internet(request.Wishes), names, inet);
        if (request.Unix is not { } unix || sink.HasFailed || HasNone(unix)) return code;
        return Math.Max(code, Print(sink, "Active UNIX domain sockets ("u8, LinuxLayout.Unix(request.Wishes), names, unix));
    }

    private int Print(Utf8Sink sink, ReadOnlySpan<byte> title, NetstatLayout layout, RowNames names, SocketQuery query)
    {
        sink.Append(title);
        sink.Append(request.Scope);
        sink.Append(")\n"u8);
        NetstatSocketTable table = new(sink, layout, names);
        table.AppendHeader();
        SocketReport report = Read(query, table);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }
}
