using System;
using System.Diagnostics;
using System.Threading;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat;

/// <summary>Prints a listing once, or again and again at a steady pace.</summary>
internal static class NetstatRepetition
{
    public static int Run(NetstatListing listing, TimeSpan? interval)
    {
        long start = Stopwatch.GetTimestamp();
        for (int turn = 1; ; turn++)
        {
            int code = listing.Print();
            if (interval is not { } pace || OutputStream.Standard.Failure != 0) return code;

            // Counted from the start, so that the time a listing takes does not add up.
            TimeSpan wait = turn * pace - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) Thread.Sleep(wait);
        }
    }
}
