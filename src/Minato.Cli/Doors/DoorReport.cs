using System;
using System.Collections.Generic;
using Minato.Cli.Terminal;
using Minato.Model;

namespace Minato.Cli.Doors;

/// <summary>What the ss and netstat doors say after the last row, and the exit code.</summary>
internal static class DoorReport
{
    private const string BrokenOff = "sockets may be missing: the kernel's list broke off or changed while it was read";

    public static int End(string program, ReadOnlySpan<string> words, SocketReport report)
    {
        if (WriteFailure(program) is { } code) return code;
        foreach (string line in Describe(program, words, report)) Message.Error(program + ": " + line);
        foreach (Unavailable missing in report.Unavailable)
        {
            if (missing.IsWholeTable) return ExitCode.No;
        }

        return ExitCode.Done;
    }

    /// <summary>The end of a table that is another program's byte for byte: that one is silent about what it did not see.</summary>
    public static int EndExact(string program, SocketReport report)
    {
        if (WriteFailure(program) is { } code) return code;
        foreach (Unavailable missing in report.Unavailable)
        {
            if (missing.Original is { } line) Message.Error(line);
        }

        if (report.Incomplete && report.Source != Provenance.DumpFile) Message.Error(program + ": " + BrokenOff);
        return ExitCode.Done;
    }

    /// <summary>The end of counts that no table follows.</summary>
    public static int EndCounts(string program, bool counted) => WriteFailure(program) ?? (counted ? ExitCode.Done : ExitCode.No);

    /// <summary>Says what is missing beside the rows.</summary>
    public static void Miss(string program, Unavailable missing) => Message.Error(program + ": " + DescribeMissing(missing));

    /// <summary>Says where the rows came from and how many there were.</summary>
    public static void Debug(string program, SocketReport report)
    {
        string source = report.Source switch
        {
            Provenance.ProcNet => "/proc/net",
            Provenance.DumpFile => "a dump file",
            _ => "netlink",
        };
        Message.Error(program + ": debug: " + report.Rows + " rows from " + source + (report.Incomplete ? ", incomplete" : ""));
        foreach (string how in report.Notes) Message.Error(program + ": debug: " + how);
    }

    /// <summary>A line for everything that keeps the answer from being whole.</summary>
    internal static List<string> Describe(string program, ReadOnlySpan<string> words, SocketReport report)
    {
        List<string> lines = [];
        foreach (Unavailable missing in report.Unavailable)
        {
            if (missing.What != Unavailable.Owners) lines.Add(DescribeMissing(missing));
            else if (report.UnseenOwners > 0) lines.Add(DescribeOwners(program, words, report.UnseenOwners, missing));
        }

        if (report.Incomplete && report.Source != Provenance.DumpFile) lines.Add(BrokenOff);
        if (report.DamagedRows == 1) lines.Add("1 damaged row was left out");
        else if (report.DamagedRows > 1) lines.Add(report.DamagedRows + " damaged rows were left out");
        return lines;
    }

    private static int? WriteFailure(string program)
    {
        OutputStream output = OutputStream.Standard;
        if (output.IsBrokenPipe) return ExitCode.BrokenPipe;
        if (output.Failure == 0) return null;
        Message.Error(program + ": the output could not be written: " + output.FailureText);
        return ExitCode.DoorWriteFailed;
    }

    private static string DescribeMissing(Unavailable missing)
    {
        string text = missing.What + ": " + missing.Why;
        return missing is { IsWholeTable: true, Remedy: { } remedy } ? text + " (needs " + remedy + ")" : text;
    }

    private static string DescribeOwners(string program, ReadOnlySpan<string> words, long count, Unavailable missing)
    {
        string text = "the owners of " + count + (count == 1 ? " socket" : " sockets") + " could not be seen: " + missing.Why;
        return missing.Remedy is null ? text : text + " (try: " + missing.Remedy + " " + program + " " + string.Join(' ', words) + ")";
    }
}
