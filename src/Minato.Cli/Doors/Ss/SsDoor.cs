using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The ss door: <c>ss …</c>, <c>minato ss …</c>, and <c>minato</c> with short options.</summary>
internal static class SsDoor
{
    private static readonly string[] Examples = ["-tuln", "-tan", "-tulnp"];

    /// <param name="program">What the user typed to get here, for messages.</param>
    /// <param name="words">The words after it.</param>
    public static int Run(string program, string[] words)
    {
        SsRelease? release = SsExact.Choose(words, out UsageError? error);
        if (error is not null) return Refuse(program, words, null, error);

        SsArgs args = SsArgs.Parse(words, release);
        if (SsFirstSteps.Take(program, args) is { } ended) return ended;
        if (args.Error is not null) return Refuse(program, words, release, args.Error);
        if (args.IsHelp) return DoorHelp.Print(program, SsOptions.Groups, Examples);
        if (args.Has(SsOption.Version)) return PrintVersion(program, release);
        if (DoorEnvironment.Problem is { } problem)
        {
            Message.Error(program + ": " + problem);
            return ExitCode.SsUsage;
        }

        if (SsUnfinished.Find(args) is { } unfinished)
        {
            Message.Error(program + ": " + unfinished);
            return ExitCode.SsUsage;
        }

        SsSelection selection = new(release);
        foreach (TypedOption option in args.Options) selection.Take(option.Option, option.Value);
        bool counted = !args.Has(SsOption.Summary) || SsCounts.Print(program, release);

        // As in ss, counts that come with no table and no filter are the whole answer.
        if (args.Has(SsOption.Summary) && selection.NamesNothing && args.Filter.Count == 0) return DoorReport.EndCounts(program, counted);
        selection.Settle(filterStates: null);
        if (selection.Nothing is { } nothing)
        {
            // As in ss, that is no error.
            Message.Error("ss: no " + nothing + " to show with such filter.");
            return ExitCode.Done;
        }

        int code = release is not null
            ? ListExact(program, args, SsRequest.From(args, selection, SsScreen.Width(release)))
            : List(program, words, args, SsRequest.From(args, selection, OutputStream.Standard.TerminalWidth));
        return code == ExitCode.Done && !counted ? ExitCode.No : code;
    }

    // ss says nothing of what it could not see; Minato does of a dump that broke off.
    private static int ListExact(string program, SsArgs args, SsRequest request)
    {
        using RowNames names = new(request.Names, request.Query.ProcRoot, request.Query.Transports);
        SsExactTable table = new(new Utf8Sink(OutputStream.Standard), request.Columns, names);
        SocketReport report = SocketInspector.Read(request.Query, table);
        table.Finish();
        if (args.Has(SsOption.Debug)) DoorReport.Debug(program, report);
        return DoorReport.EndExact(program, report);
    }

    private static int List(string program, string[] words, SsArgs args, SsRequest request)
    {
        Utf8Sink sink = new(OutputStream.Standard);
        using RowNames names = new(request.Names, request.Query.ProcRoot);
        SsTable table = new(sink, request.Columns, names);
        SocketReport report = SocketInspector.Read(request.Query, table);
        sink.Flush();
        if (args.Has(SsOption.Debug)) DoorReport.Debug(program, report);
        return DoorReport.End(program, words, report);
    }

    private static int Refuse(string program, string[] words, SsRelease? release, UsageError error)
    {
        Message.Error(release is null || error.Original is null ? error.Describe(program, words) : error.DescribeAsOriginal(program));
        return ExitCode.SsUsage;
    }

    private static int PrintVersion(string program, SsRelease? release)
    {
        if (release is null) return ProgramVersion.Print(program + " door");
        Message.Print("ss utility, iproute2-" + release.Version);
        return OutputStream.Standard.Failure == 0 ? ExitCode.Done : ExitCode.DoorWriteFailed;
    }
}
