using System;
using System.Collections.Generic;
using Minato.Model;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>How good the answers of several sources were, told together: what they share is said once.</summary>
internal sealed class MacOsReports
{
    private readonly SocketReport _all = new();
    private readonly List<Unavailable> _unavailable = [];

    public void Add(SocketReport report)
    {
        _all.Rows += report.Rows;
        _all.Incomplete |= report.Incomplete;
        _all.DamagedRows += report.DamagedRows;
        _all.UnseenOwners += report.UnseenOwners;
        foreach (Unavailable missing in report.Unavailable)
        {
            if (!_unavailable.Contains(missing)) _unavailable.Add(missing);
        }
    }

    /// <summary>The end of the listing, and its exit code.</summary>
    public int End(string program, ReadOnlySpan<string> words)
    {
        _all.Unavailable = _unavailable;
        return DoorReport.End(program, words, _all);
    }
}
