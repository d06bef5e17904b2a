using Minato.Cli.Terminal;
using Minato.Rendering;
using Minato.Rendering.Ss;
using Minato.Statistics;

namespace Minato.Cli.Doors.Ss;

/// <summary>ss -s: how many sockets there are, by the kernel's own counters.</summary>
internal static class SsCounts
{
    /// <summary>Prints the counts; false when some could not be read, which is said.</summary>
    public static bool Print(string program, SsRelease? release)
    {
        SummaryResult result = SummarySource.Read(DoorEnvironment.ProcRoot("PROC_ROOT"), DoorEnvironment.Files());
        bool whole = result is { SockstatErrno: 0, SnmpErrno: 0 };
        if (!whole)
        {
            string prefix = release is null ? program + ": " : "ss: ";
            if (result.SockstatErrno != 0) Message.Error(prefix + (release is null ? "sockets could not be counted: " : "get_sockstat: ") + result.SockstatReason);
            if (result.SnmpErrno != 0) Message.Error(prefix + (release is null ? "established connections could not be counted: " : "get_snmpstat: ") + result.SnmpReason);

            // Zeros that nobody counted are no answer; ss prints them.
            if (release is null) return false;
        }

        Utf8Sink sink = new(OutputStream.Standard);
        SsSummary.Append(sink, result.Counts);
        sink.Flush();
        return true;
    }
}
