using System.Collections.Generic;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat;

/// <summary>Reads files of counters, and says what they lack: once, however often they are read.</summary>
internal sealed class CounterReading(string program)
{
    private readonly string _root = DoorEnvironment.ProcRoot(null);
    private readonly List<string> _said = [];

    /// <summary>Adds a file's counters; false when it cannot be read, which is said.</summary>
    public bool TryRead(CounterFile file, CounterTable into)
    {
        int errno = CounterSource.Read(_root, file, null, into);
        Tell(file, errno);
        return errno == 0;
    }

    /// <summary>Adds a file's counters when the kernel has them; that it cannot be read is said.</summary>
    public void TryReadOptional(CounterFile file, CounterTable into)
    {
        int errno = CounterSource.Read(_root, file, null, into);
        if (!CounterSource.IsAbsent(errno)) Tell(file, errno);
    }

    private void Tell(CounterFile file, int errno)
    {
        if (errno != 0) Say("cannot open " + CounterSource.Path(_root, file) + ": " + CounterSource.Reason(errno));
    }

    /// <summary>Says something, unless it was said before.</summary>
    public void Say(string what)
    {
        if (_said.Contains(what)) return;
        _said.Add(what);
        Message.Error(program + ": " + what);
    }

    /// <summary>The exit code of counters that were printed, or of none when they could not be.</summary>
    public int End(int damaged, bool counted = true)
    {
        if (damaged > 0) Say(damaged == 1 ? "1 damaged counter was left out" : damaged + " damaged counters were left out");
        return DoorReport.EndCounts(program, counted);
    }
}
