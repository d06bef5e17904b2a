using System;
using Minato.Model;

namespace Minato.Rendering.Netstat;

internal sealed partial class NetstatCells
{
    // TCP_TIMEWAIT_LEN of net/tcp.h: a minute, begun anew by a late segment.
    private const uint TimeWaitMilliseconds = 60_000;

    /// <summary>The line below a row that names who holds the socket; a socket that nobody holds has none.</summary>
    public void AppendProgramLine(in SocketEntry row, in SocketBatch batch)
    {
        AppendPrintedComponents(in row, in batch);
        ReadOnlySpan<ProcessRef> owners = batch.OwnersOf(in row);
        if (owners.IsEmpty && (row.Inode == 0 || row.Has(SocketFields.FromText))) return;
        if (owners.IsEmpty || (owners[^1].Name.IsEmpty && row.Has(SocketFields.FromText)))
        {
            sink.Append(" Can not obtain ownership information"u8);
        }
        else
        {
            sink.Append(" ["u8);
            ReadOnlySpan<byte> program = names.TryExecutable(owners[^1].Pid, out ReadOnlySpan<byte> file) ? file : owners[^1].Name.Span;
            Untrusted.Append(sink, program, alsoEscaped: (byte)']');
            sink.Append((byte)']');
        }

        sink.Append(layout.NewLine);
    }

    private static bool IsTcp(in SocketEntry row) => row.Transport == Transport.Tcp;

    // Linux keeps no time of a state; what is left of TIME_WAIT tells how much of it has passed.
    private void AppendTimeInState(in SocketEntry row, in NetstatColumn column, bool isLast)
    {
        bool isTold = row is { State: SocketState.TimeWait, Timer.Kind: TimerKind.TimeWait } && row.Has(SocketFields.Timer)
            && row.Timer.Milliseconds <= TimeWaitMilliseconds;
        if (isTold) AppendNumber(TimeWaitMilliseconds - row.Timer.Milliseconds, in column, isLast);
        else AppendPadded(IsTcp(in row) ? "-"u8 : default, in column, isLast);
    }
}
