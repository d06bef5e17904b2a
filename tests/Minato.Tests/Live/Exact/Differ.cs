using System.Collections.Generic;

namespace Minato.Tests.Live.Exact;

internal static class Differ
{
    /// <summary>All of what differs is shown, since one cause has many places.</summary>
    public static void None(List<string> differences)
    {
        if (differences.Count > 0) Assert.Fail($"{differences.Count} differ:\n{string.Join('\n', differences)}");
    }
}
