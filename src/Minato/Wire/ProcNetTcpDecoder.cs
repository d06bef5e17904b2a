using System;
using Minato.Model;

namespace Minato.Wire;

/// <summary>The columns of a line of /proc/net/tcp behind the inode; unfinished and ended connections have the first two alone.</summary>
internal static class ProcNetTcpDecoder
{
    // What ss takes for the rest when it is not there: no threshold, and the window that a connection once began with.
    private const uint OldInitialWindow = 2;

    /// <summary>Reads what there is; <paramref name="options"/> is text that a kernel of another kind put behind the known columns.</summary>
    public static ProcNetTcp Decode(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> options)
    {
        options = default;
        TextCursor cursor = new(rest);
        cursor.Number(); // references
        cursor.SkipBlanks();
        ulong address = cursor.Hex();
        if (cursor.Failed) address = 0;
        cursor.SkipBlanks();
        if (cursor.Failed || cursor.Rest.IsEmpty) return new ProcNetTcp(address, 0, 0, 0, OldInitialWindow, -1);

        int retransmission = (int)cursor.Number();
        int ack = (int)cursor.Number();
        int quick = (int)cursor.Number();
        uint window = (uint)cursor.Number();
        int threshold = (int)cursor.Number();
        if (cursor.Failed) return new ProcNetTcp(address, 0, 0, 0, OldInitialWindow, -1);

        cursor.SkipBlanks();
        options = cursor.Rest;
        return new ProcNetTcp(address, retransmission, ack, quick, window, threshold);
    }
}
