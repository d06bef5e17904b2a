using System;
using System.Diagnostics;
using System.Threading;
using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat;

/// <summary>Prints a listing once, or again and again at a steady pace until ^C.</summary>
internal static class NetstatRepetition
{
    /// <summary>Gives the exit code of the last listing.</summary>
    /// <param name="program">The name to speak under.</param>
    /// <param name="listing">What is printed.</param>
    /// <param name="interval">From the beginning of one to the beginning of the next; null for one.</param>
    /// <param name="repainting">Whether each takes the place of the one before.</param>
    public static int Run(string program, NetstatListing listing, TimeSpan? interval, Repainting repainting = Repainting.OnTerminals) =>
        interval is { } pace ? Repeat(program, listing, pace, repainting) : listing.Print();

    /// <summary>
    /// How long to wait so that listings begin at whole paces from the first: the time that one takes does not add up, and one
    /// that takes longer than a pace leaves out the beginnings that it missed.
    /// </summary>
    public static TimeSpan UntilNext(TimeSpan elapsed, TimeSpan pace) => pace - new TimeSpan(elapsed.Ticks % pace.Ticks);

    private static int Repeat(string program, NetstatListing listing, TimeSpan pace, Repainting repainting)
    {
        Screen? screen = repainting != Repainting.Never && Screen.IsThere ? Screen.Open() : null;
        if (repainting == Repainting.Asked && screen is null) Message.Error(program + ": --repaint needs a terminal: the listings follow each other");
        using Interruption interruption = new(OutputStream.Standard);
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            interruption.Begin();
            int code = listing.Print();
            screen?.Show();
            interruption.End();
            if (listing.IsOver || OutputStream.Standard.Failure != 0) return code;

            // Sleep leaves out what is less than a millisecond: it would wake before the beginning, again and again.
            Thread.Sleep((int)Math.Ceiling(UntilNext(Stopwatch.GetElapsedTime(start), pace).TotalMilliseconds));
        }
    }
}
