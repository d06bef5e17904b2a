using System;
using System.Diagnostics;
using System.Threading;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;

namespace Minato.Cli.Doors.Netstat;

/// <summary>The netstat door in the Linux dialect: <c>netstat …</c> and <c>minato netstat …</c>.</summary>
internal static class NetstatDoor
{
    // Of -c: net-tools takes no interval.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static int Run(string program, string[] words)
    {
        NetstatArgs? args = NetstatArgs.Parse(words, out UsageError? error);
        if (args is null)
        {
            Message.Error(error!.Describe(program, words));
            return ExitCode.NetstatUsage;
        }

        if (args.Has(NetstatOption.Help)) return DoorHelp.Print(program, NetstatOptions.Table, ["-an", "-tlnp"]);
        if (args.Has(NetstatOption.Version)) return ProgramVersion.Print(program + " door");
        if (DoorEnvironment.Problem is { } problem)
        {
            Message.Error(program + ": " + problem);
            return ExitCode.NetstatUsage;
        }


        NetstatRequest request = new(args);
        long start = Stopwatch.GetTimestamp();
        for (int turn = 1; ; turn++)
        {
            int code = List(program, words, request);
            if (!args.Has(NetstatOption.Continuous) || OutputStream.Standard.Failure != 0) return code;

            // Counted from the start, so that the time a listing takes does not add up.
            TimeSpan wait = turn * Interval - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) Thread.Sleep(wait);
        }
    }

    private static int List(string program, string[] words, NetstatRequest request)
    {
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(request.Names);
        int code = ExitCode.Done;
        if (request.Inet is { } inet)
        {
            NetstatInetTable table = new(sink, request.Columns, names);
            table.AppendHeader(request.Scope);
            SocketReport report = SocketInspector.Read(inet, table);
            sink.Flush();
            code = DoorReport.End(program, words, report);
        }

        if (request.Unix is not { } unix || sink.HasFailed) return code;
        NetstatUnixTable unixTable = new(sink, request.Columns, names);
        unixTable.AppendHeader(request.Scope);
        SocketReport unixReport = SocketInspector.Read(unix, unixTable);
        sink.Flush();
        return Math.Max(code, DoorReport.End(program, words, unixReport));
    }
}
