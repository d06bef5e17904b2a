using System;
using Minato.Cli.Terminal;
using Minato.Model;

namespace Minato.Cli.Doors;

/// <summary>What the ss and netstat doors say after the last row, and the exit code.</summary>
internal static class DoorReport
{
    public static int End(string program, ReadOnlySpan<string> words, SocketReport report)
    {
        OutputStream output = OutputStream.Standard;
        if (output.IsBrokenPipe) return ExitCode.BrokenPipe;
        if (output.Failure != 0)
        {
            Message.Error(program + ": the output could not be written: " + output.FailureText);
            return ExitCode.DoorWriteFailed;
        }

        bool refused = false;
        foreach (Unavailable missing in report.Unavailable)
        {
            if (missing.What == "owners")
            {
                if (report.UnseenOwners > 0) Message.Error(DescribeOwners(program, words, report.UnseenOwners, missing));
                continue;
            }

            refused |= missing.IsWholeTable;
            Message.Error(program + ": " + missing.What + ": " + missing.Why);
        }

        if (report.Incomplete) Message.Error(program + ": sockets may be missing: the kernel's list broke off or changed while it was read");
        if (report.DamagedRows > 0) Message.Error(program + ": " + report.DamagedRows + (report.DamagedRows == 1 ? " damaged row was left out" : " damaged rows were left out"));
        return refused ? ExitCode.No : ExitCode.Done;
    }

    private static string DescribeOwners(string program, ReadOnlySpan<string> words, long count, Unavailable missing)
    {
        string text = program + ": the owners of " + count + (count == 1 ? " socket" : " sockets") + " could not be seen: " + missing.Why;
        return missing.Remedy is null ? text : text + " (try: " + missing.Remedy + " " + program + " " + string.Join(' ', words) + ")";
    }
}
