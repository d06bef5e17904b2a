using System;
using Minato.Cli.Terminal;
using Minato.Cli.Verbs;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The ss door: <c>ss …</c>, <c>minato ss …</c>, and <c>minato</c> with short options.</summary>
internal static class SsDoor
{
    /// <param name="program">What the user typed to get here, for messages.</param>
    /// <param name="words">The words after it.</param>
    public static int Run(string program, string[] words)
    {
        SsArgs? args = SsArgs.Parse(words, out UsageError? error);
        if (args is null)
        {
            Message.Error(error!.Describe(program, words));
            return ExitCode.SsUsage;
        }

        if (args.Has(SsOption.Help)) return DoorHelp.Print(program, SsOptions.Table, ["-tuln", "-tan", "-tulnp"]);
        if (args.Has(SsOption.Version)) return ProgramVersion.Print(program + " door");
        if (DoorEnvironment.Problem is { } problem)
        {
            Message.Error(program + ": " + problem);
            return ExitCode.SsUsage;
        }

        if (args.Has(SsOption.Exact) || IsExactAsked())
        {
            Message.Error(program + ": ss's exact bytes are not in this version of Minato: run it without --exact, MINATO_EXACT and a minato-exact link");
            return ExitCode.SsUsage;
        }

        SsRequest request = SsRequest.From(args, OutputStream.Standard.TerminalWidth);
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(request.Names);
        SsTable table = new(sink, request.Columns, names);
        SocketReport report = SocketInspector.Read(request.Query, table);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }

    // By the environment, else by the link that led here: sudo, cron and systemd drop the one and keep the other.
    private static bool IsExactAsked() => Environment.GetEnvironmentVariable("MINATO_EXACT") switch
    {
        null => StartedAs.LinkTargetName is { } link && ExactName.Is(link),
        "" or "0" => false,
        _ => true,
    };
}
