using Minato.Cli.Terminal;
using Minato.Filter;
using Minato.Model;
using Minato.Rendering.Ss;

namespace Minato.Cli.Doors.Ss;

/// <summary>The ss door: <c>ss …</c>, <c>minato ss …</c>, and <c>minato</c> with short options.</summary>
internal static class SsDoor
{
    private static readonly string[] Examples = ["-tuln", "-tan", "-tulnp", "-tn dport = :443"];

    /// <param name="program">What the user typed to get here, for messages.</param>
    /// <param name="words">The words after it.</param>
    public static int Run(string program, string[] words)
    {
        SsRelease? release = SsExact.Choose(words, out UsageError? error);
        if (error is not null) return Refuse(program, words, null, error);

        SsArgs args = SsArgs.Parse(words, release);
        if (SsFirstSteps.Take(program, args) is { } ended) return ended;
        if (args.Error is not null) return Refuse(program, words, release, args.Error);
        if (args.IsHelp) return DoorHelp.Print(program, SsOptions.Groups, FilterWords.All, Examples);
        if (args.Has(SsOption.Version)) return PrintVersion(program, release);
        if ((DoorEnvironment.Problem ?? (args.Has(SsOption.Processes) ? DoorEnvironment.OwnersProblem : null)) is { } problem)
        {
            Message.Error(program + ": " + problem);
            return ExitCode.SsUsage;
        }

        return Show(program, words, args);
    }

    private static int Show(string program, string[] words, SsArgs args)
    {
        SsSelection selection = new(args.Release);
        foreach (TypedOption option in args.Options) selection.Take(option.Option, option.Value);
        bool counted = !args.Has(SsOption.Summary) || SsCounts.Print(program, args.Release);

        // As in ss, counts that come with no table and no filter are the whole answer.
        if (args.Has(SsOption.Summary) && selection.NamesNothing && args.Filter.Count == 0) return DoorReport.EndCounts(program, counted);
        selection.Settle();

        int code = ExitCode.Done;

        // As in ss: without a table, only states are looked at before that is said.
        bool readsFilter = selection.Nothing is null || args.Filter is ["state" or "exclude" or "excl", ..];
        FilterParse? filter = readsFilter ? SsFilter.Read(program, words, args, selection, args.FilterLines, out code) : new FilterParse();
        if (filter is null) return code;
        if (selection.Nothing is { } nothing)
        {
            // As in ss, that is no error.
            Message.Error("ss: no " + nothing + " to show with such filter.");
            return ExitCode.Done;
        }

        int width = args.Release is { } release ? SsScreen.Width(release) : OutputStream.Standard.TerminalWidth;
        code = Carry(program, words, args, filter, SsRequest.From(args, selection, filter.Filter, width));
        return code == ExitCode.Done && !counted ? ExitCode.No : code;
    }

    // In ss's order: a dump goes before everything else, and events before what they could be confused with.
    private static int Carry(string program, string[] words, SsArgs args, FilterParse filter, SsRequest request)
    {
        if (args.ValueOf(SsOption.Diag) is { } dump) return SsDiagDump.Run(program, dump, request);
        if (SsKill.Clash(args, request) is { } clash)
        {
            Message.Error(program + ": " + clash);
            return ExitCode.SsUsage;
        }

        if (args.Has(SsOption.Events)) return SsEvents.Run(program, request, args.Has(SsOption.Kill));
        return args.Has(SsOption.Kill) ? Kill(program, words, args, filter, request) : List(program, words, args, request);
    }

    private static int Kill(string program, string[] words, SsArgs args, FilterParse filter, SsRequest request)
    {
        bool hasFilter = filter.Filter is not null || filter.States is not null;
        if (args.Release is null && SsKill.Refusal(hasFilter, filter.Mix is { } mix ? (mix.Read, mix.Other) : null) is { } refusal)
        {
            Message.Error(program + ": " + refusal);
            return ExitCode.SsUsage;
        }

        return SsKill.Run(program, words, request, args.Has(SsOption.DryRun));
    }

    private static int List(string program, string[] words, SsArgs args, SsRequest request)
    {
        using SsListing listing = new(request);
        SocketReport report = SocketInspector.Read(request.Query, listing);
        listing.Show();
        if (args.Has(SsOption.Debug)) DoorReport.Debug(program, report);
        if ((args.Has(SsOption.BpfMaps) || args.Has(SsOption.BpfMapId)) && !SocketStorage.IsThere(out Unavailable? store) && store is not null) DoorReport.Miss(program, store);
        return listing.End(program, words, report);
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
