using Minato.Cli.Terminal;
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
        MacOsReports reports = new();
        if (args.Has(MacOsOption.ListenQueues)) PrintListeners(sink, names, reports);
        else PrintSockets(sink, names, reports);
        int code = reports.End(program, words);
        if (!_hasToldSources && Printed is null && OutputStream.Standard.Failure == 0) TellSources();
        return code;
    }

    private void PrintSockets(Utf8Sink sink, RowNames names, MacOsReports reports)
    {
        string title = args.Has(MacOsOption.All) ? "Active Internet connections (including servers)" : "Active Internet connections";
        MacOsSection internet = new(sink, title, new NetstatSocketTable(sink, MacOsLayout.Internet(request.Wishes), names), request.Choice);
        MacOsSection unix = new(sink, "Active LOCAL (UNIX) domain sockets", new NetstatSocketTable(sink, MacOsLayout.Unix(request.Wishes), names), choice: null);
        Print(sink, internet, request.Inet, reports);
        Print(sink, internet, request.Raw, reports);
        Print(sink, unix, request.Unix, reports);
    }

    // UNIX listeners are not among them on a Mac either.
    private void PrintListeners(Utf8Sink sink, RowNames names, MacOsReports reports)
    {
        if (request.Knocking is not { } knocking) return;
        HalfOpenConnections halfOpen = new();
        reports.Add(Read(knocking, halfOpen));
        halfOpen.Settle();
        NetstatSocketTable table = new(sink, MacOsLayout.Listen(request.Wishes, halfOpen), names);
        Print(sink, new MacOsSection(sink, "Current listen queue sizes (qlen/incqlen/maxqlen)", table, request.Choice), request.Listeners, reports);
    }

    private void Print(Utf8Sink sink, MacOsSection section, SocketQuery? query, MacOsReports reports)
    {
        if (query is null || sink.HasFailed) return;
        reports.Add(Read(query, section));
        sink.Flush();
    }

    private void TellSources()
    {
        _hasToldSources = true;
        foreach (string line in MacOsSources.Describe(request.Wishes)) Message.Error(program + ": " + line);
    }
}
