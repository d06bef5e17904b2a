using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.Windows;

namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>Windows' "Active Connections".</summary>
internal sealed class WindowsSocketListing(string program, string[] words, WindowsArgs args) : NetstatListing
{
    private bool _hasSaid;

    public override bool ShowsSockets => true;

    public override int Print()
    {
        bool isNumeric = args.Has(WindowsOption.Numeric);
        SocketQuery query = WindowsSelection.Of(args);
        NetstatLayout layout = WindowsLayout.Connections(new WindowsWishes
        {
            ProcessId = args.Has(WindowsOption.ProcessId),
            TimeInState = args.Has(WindowsOption.TimeInState),
            OffloadState = args.Has(WindowsOption.Offload),
            Template = args.Has(WindowsOption.Template),
            ProgramLines = args.Has(WindowsOption.Executable),
            Bound = args.Has(WindowsOption.Bound),
            HostNames = !isNumeric,
            FullNames = args.Has(WindowsOption.FullNames),
            MachineName = isNumeric || Printed is not null ? default : MachineName.Read(query.ProcRoot),
            HasCarriageReturn = OperatingSystem.IsWindows(),
        });
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(isNumeric ? NameKinds.None : NameKinds.Services | NameKinds.EphemeralServices | NameKinds.Hosts, query.ProcRoot) { Printed = Printed?.Names };
        sink.Append(layout.NewLine);
        sink.Append("Active Connections"u8);
        sink.Append(layout.NewLine);
        sink.Append(layout.NewLine);
        NetstatSocketTable table = new(sink, layout, names);
        table.AppendHeader();
        SocketReport report = Read(query, table);
        sink.Flush();
        int code = DoorReport.End(program, words, report);
        SayWhatHasNoSource();
        return code;
    }

    // Windows' own kernel tells both; Linux has nothing of the kind.
    private void SayWhatHasNoSource()
    {
        if (_hasSaid || Printed is not null || OutputStream.Standard.Failure != 0) return;
        _hasSaid = true;
        if (args.Has(WindowsOption.TimeInState))
            DoorReport.Miss(program, new Unavailable("time in state", "Linux keeps it of no state but TIME_WAIT, whose timer tells it", null));
        if (args.Has(WindowsOption.Template))
            DoorReport.Miss(program, new Unavailable("connection templates", "Linux has none: each connection has settings of its own", null));
    }
}
