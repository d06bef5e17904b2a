using System.Runtime.InteropServices;
using Minato.Cli.Terminal;
using Minato.Model;

namespace Minato.Cli.Doors.Ss;

/// <summary>-E: shows each socket at the moment it is destroyed, until ^C.</summary>
internal static class SsEvents
{
    /// <param name="program">What the user typed to get here, for messages.</param>
    /// <param name="request">What the command line asks for.</param>
    /// <param name="kills">Whether ss would try to close again what is closed, and show nothing.</param>
    public static int Run(string program, SsRequest request, bool kills)
    {
        bool isExact = request.Columns.Release is not null;
        using SsListing listing = new(request, readsTables: false);
        EventSink sink = new(listing, isExact, kills);

        // ss keeps its header until the first event is there.
        if (!isExact && (!listing.Accept(new SocketBatch([], null, null)) || !listing.Show())) return WriteFailed(program);
        if (!EventWatch.Has(request.Query))
        {
            if (!isExact) Message.Error(program + ": only TCP and UDP sockets are announced when they are destroyed");
            return ExitCode.SsUsage;
        }

        int errno = EventWatch.Run(request.Query, sink, () => Message.Error(program + ": events came faster than they could be read: some are missing here"));
        if (errno == 0) return WriteFailed(program);
        Message.Error(program + ": the kernel's events cannot be read: " + Marshal.GetPInvokeErrorMessage(errno));
        return ExitCode.SsUsage;
    }

    private static int WriteFailed(string program)
    {
        OutputStream output = OutputStream.Standard;
        if (output.IsBrokenPipe) return ExitCode.BrokenPipe;
        Message.Error(program + ": the output could not be written: " + output.FailureText);
        return ExitCode.DoorWriteFailed;
    }

    private sealed class EventSink(SsListing listing, bool isExact, bool kills) : ISocketConsumer
    {
        private readonly SocketEntry[] _row = new SocketEntry[1];

        public bool Accept(SocketBatch batch)
        {
            if (kills) return listing.Accept(batch.Only([])) && listing.Show();
            if (isExact) return listing.Accept(batch) && listing.Show();
            foreach (ref readonly SocketEntry row in batch.Entries)
            {
                // The kernel subtracts one from the queue of a UDP socket, which is empty by then (sk_wmem_alloc_get in net/sock.h).
                _row[0] = row;
                if (row.SendQueue == uint.MaxValue) _row[0].SendQueue = 0;
                if (!listing.Accept(batch.Only(_row))) return false;
            }

            return listing.Show();
        }
    }
}
