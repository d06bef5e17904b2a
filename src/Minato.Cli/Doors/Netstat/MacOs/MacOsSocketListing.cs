using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' socket tables: internet, then UNIX; or with -L the queues of listeners.</summary>
internal sealed class MacOsSocketListing(string program, string[] words, MacOsArgs args, MacOsRequest request) : NetstatListing
{
    private bool _hasToldSources;

    public override bool ShowsSockets => true;

    public override int Print()
    {
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(request.Names, DoorEnvironment.ProcRoot(null)) { Printed = Printed?.Names };
        int code = args.Has(MacOsOption.ListenQueues) ? PrintListeners(sink, names) : PrintSockets(sink, names);
        if (!_hasToldSources && Printed is null && OutputStream.Standard.Failure == 0) TellSources();
        return code;
    }

    private int PrintSockets(Utf8Sink sink, RowNames names)
    {
        string title = args.Has(MacOsOption.All) ? "Active Internet connections (including servers)" : "Active Internet connections";
        MacOsSection internet = new(sink, title, new NetstatSocketTable(sink, MacOsLayout.Internet(request.Wishes), names), request.Choice);
        MacOsSection unix = new(sink, "Active LOCAL (UNIX) domain sockets", new NetstatSocketTable(sink, MacOsLayout.Unix(request.Wishes), names), choice: null);
        int code = Print(sink, internet, request.Inet);
        code = Math.Max(code, Print(sink, internet, request.Raw));
        return Math.Max(code, Print(sink, unix, request.Unix));
    }

    // UNIX listeners are not among them on a Mac either.
    private int PrintListeners(Utf8Sink sink, RowNames names)
    {
        if (request.Knocking is not { } knocking) return ExitCode.Done;
        HalfOpenConnections halfOpen = new();
        Read(knocking, halfOpen);
        halfOpen.Settle();
        NetstatSocketTable table = new(sink, MacOsLayout.Listen(request.Wishes, halfOpen), names);
        return Print(sink, new MacOsSection(sink, "Current listen queue sizes (qlen/incqlen/maxqlen)", table, request.Choice), request.Listeners);
    }

    private int Print(Utf8Sink sink, MacOsSection section, SocketQuery? query)
    {
        if (query is null || sink.HasFailed) return ExitCode.Done;
        SocketReport report = Read(query, section);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }

    private void TellSources()
    {
        _hasToldSources = true;
        foreach (string line in MacOsSources.Describe(request.Wishes)) Message.Error(program + ": " + line);
    }
}
