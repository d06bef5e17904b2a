using System;
using Minato.Cli.Terminal;
using Minato.Cli.Verbs;
using Minato.Reading;

namespace Minato.Cli.Doors.Netstat;

/// <summary><c>--from FILE</c>: what another netstat, or ss, printed somewhere, in the dialect and with the options asked for.</summary>
internal static class PrintedTables
{
    private const string Expected = "what netstat of Windows, macOS or Linux prints, or ss";

    /// <param name="program">What the program is called.</param>
    /// <param name="path">The file, or <c>-</c>.</param>
    /// <param name="interval">How often the listing was asked for again; null for once.</param>
    /// <param name="listing">What is shown of it.</param>
    public static int Run(string program, string path, TimeSpan? interval, NetstatListing listing)
    {
        string file = path == "-" ? "standard input" : path;
        if (!listing.ShowsSockets) return Fail(program, "--from shows sockets alone: routes, interfaces and counters are not read");
        if (interval is not null) return Fail(program, file + " does not change: --from and a listing that repeats exclude each other");

        TextTableReader reader = new();
        int errno = InputFile.ReadPieces(path == "-" ? null : path, reader.Feed);
        if (errno == InputFile.EISDIR) return Fail(program, file + " is a folder: --from takes a file, or - for standard input");
        if (errno != 0) return Fail(program, file + " cannot be read: " + VerbMessage.Reason(errno));
        TextTable table = reader.End();
        if (table.Count == 0) return Fail(program, file + " " + DescribeNothing(table));

        PrintedSockets printed = new(table);
        listing.Printed = printed;
        int code = ExitCode.Done;
        for (int snapshot = 0; snapshot < table.Snapshots && OutputStream.Standard.Failure == 0; snapshot++)
        {
            printed.Snapshot = snapshot;
            int next = listing.Print();
            if (next > code) code = next;
        }

        foreach (string? line in DescribeRest(table))
        {
            if (line is not null) Message.Error(program + ": " + file + ": " + line);
        }

        return code;
    }

    private static string DescribeNothing(TextTable table)
    {
        if (table.Lines == 0) return "is empty: expected " + Expected;
        if (table.IsBinary) return "is no text: expected " + Expected;
        string? rest = DescribeUnknown(table) ?? (table.OtherRows > 0 ? DescribeOtherRows(table) : table.OtherLines > 0 ? DescribeOtherLines(table) : null);
        return "has no table of sockets: expected " + Expected + (rest is null ? "" : " (" + rest + ")");
    }

    private static string?[] DescribeRest(TextTable table) =>
    [
        DescribeUnknown(table),
        table.OtherLines == 0 ? null : DescribeOtherLines(table),
        table.OtherRows == 0 ? null : DescribeOtherRows(table),
    ];

    private static string? DescribeUnknown(TextTable table) => table.NotUnderstood switch
    {
        0 => null,
        1 => "line " + table.FirstNotUnderstood + " was not understood",
        _ => table.NotUnderstood + " lines were not understood, line " + table.FirstNotUnderstood + " is the first",
    };

    private static string DescribeOtherLines(TextTable table) => Count(table.OtherLines, "line") + " of other tables passed over: only sockets are read";

    private static string DescribeOtherRows(TextTable table) => Count(table.OtherRows, "socket") + " of kinds that no netstat has left out";

    private static string Count(long count, string what) => count + " " + what + (count == 1 ? "" : "s");

    private static int Fail(string program, string problem)
    {
        Message.Error(program + ": " + problem);
        return ExitCode.No;
    }
}
