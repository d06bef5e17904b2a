using System;
using System.Globalization;

namespace Minato.Bench.Storm;

/// <summary>What the storm says it made. A connection counts once here and is two sockets.</summary>
internal readonly record struct StormCounts(int Pid, long Processes, long Connections, long V6, long Listeners)
{
    /// <summary>Reads <c>ready pid=1 processes=2 connections=3 v6=4 listeners=5</c>.</summary>
    public static StormCounts? Parse(string? line)
    {
        if (line is null || !line.StartsWith("ready ", StringComparison.Ordinal))
            return null;
        var counts = default(StormCounts);
        foreach (var word in line.Split(' ')[1..])
        {
            var cut = word.IndexOf('=', StringComparison.Ordinal);
            if (cut < 0 || !int.TryParse(word.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return null;
            counts = word[..cut] switch
            {
                "pid" => counts with { Pid = value },
                "processes" => counts with { Processes = value },
                "connections" => counts with { Connections = value },
                "v6" => counts with { V6 = value },
                "listeners" => counts with { Listeners = value },
                _ => counts,
            };
        }
        return counts;
    }
}
