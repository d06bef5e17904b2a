using System;
using System.Collections.Generic;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>Rows without what may rightly differ between two programs, two moments or two sources.</summary>
internal static class ComparableRows
{
    /// <summary>ss's own state words and Minato's (the lesson's). UNCONN is the same in both.</summary>
    private static readonly Dictionary<string, string> LessonWords = new(StringComparer.Ordinal)
    {
        ["ESTAB"] = "ESTABLISHED",
        ["SYN-SENT"] = "SYN_SENT",
        ["SYN-RECV"] = "SYN_RECV",
        ["FIN-WAIT-1"] = "FIN_WAIT1",
        ["FIN-WAIT-2"] = "FIN_WAIT2",
        ["TIME-WAIT"] = "TIME_WAIT",
        ["CLOSE-WAIT"] = "CLOSE_WAIT",
        ["LAST-ACK"] = "LAST_ACK",
    };

    /// <summary>A row of the installed ss in the lesson's words.</summary>
    public static string InLessonWords(string row) =>
        string.Join(' ', Rows.Words(row).Split(' ').Select(cell => LessonWords.GetValueOrDefault(cell, cell)));

    /// <summary>Timers by their names: what is left of them differs from one moment to the next.</summary>
    public static string Timeless(string row) => string.Join(' ', Rows.Words(row).Split(' ').Select(WithoutTimes));

    /// <summary>
    /// Without what /proc/net does not carry: the backlog (Send-Q of listeners), the cookie, the cgroup, v6only, which half
    /// of a connection is shut, and, because of v6only, whether a listener's peer is written <c>*</c> or <c>[::]</c>.
    /// </summary>
    public static string CarriedByProc(string row)
    {
        var cells = Rows.Words(row).Split(' ').Where(cell => !IsOfNetlink(cell)).ToArray();
        var state = Array.IndexOf(cells, "LISTEN");
        if (state is 0 or 1)
            cells[state + 2] = "-";
        return string.Join(' ', cells).Replace("[::]:*", "*:*", StringComparison.Ordinal);
    }

    // ss writes timer:(on,904ms,0), netstat: on (0.90/0/0).
    private static string WithoutTimes(string cell)
    {
        if (cell.StartsWith("timer:(", StringComparison.Ordinal))
            return cell[..cell.IndexOf(',', StringComparison.Ordinal)] + ")";
        return cell.StartsWith('(') && cell.Contains('/', StringComparison.Ordinal) ? "(times)" : cell;
    }

    private static bool IsOfNetlink(string cell) =>
        cell is "<->" or "<--" or "-->" or "---" || cell.StartsWith("sk:", StringComparison.Ordinal) ||
        cell.StartsWith("cgroup:", StringComparison.Ordinal) || cell.StartsWith("v6only:", StringComparison.Ordinal);
}
