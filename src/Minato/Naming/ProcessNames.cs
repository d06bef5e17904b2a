using System;
using System.Collections.Generic;

namespace Minato.Naming;

/// <summary>
/// Process → its name, read from its stat file (proc_pid_stat(5)). As in ss the name ends at the first closing
/// parenthesis. Not checked: whoever prints the bytes escapes them.
/// </summary>
internal sealed class ProcessNames(string procRoot)
{
    // Beyond that they are read again: netlink's rows are in no order of processes.
    private const int Most = 32 * 1024;

    private readonly Dictionary<uint, byte[]> _names = [];

    /// <summary>False for a process that is gone or hidden.</summary>
    public bool TryFind(uint pid, out ReadOnlySpan<byte> name)
    {
        if (!_names.TryGetValue(pid, out byte[]? known))
        {
            known = Parse(NameFile.Read(procRoot + "/" + pid + "/stat")).ToArray();
            if (_names.Count == Most) _names.Clear();
            _names.Add(pid, known);
        }

        name = known;
        return known.Length != 0;
    }

    // "17 (a name) S 1 …".
    private static ReadOnlySpan<byte> Parse(ReadOnlySpan<byte> stat)
    {
        int start = stat.IndexOf((byte)'(') + 1;
        int length = stat[start..].IndexOf((byte)')');
        return start == 0 || length < 0 ? default : stat.Slice(start, length);
    }
}
