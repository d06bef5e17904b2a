using System;
using Minato.Model;

namespace Minato.Rendering.Netstat;

/// <summary>
/// SCTP as net-tools writes it: a line for each pair of addresses, none of them cut. The first has queues and state, the last
/// the columns behind. What is only bound has no queues, and its port behind every address.
/// </summary>
internal sealed partial class NetstatSocketTable
{
    // What is only bound has the room of both ends.
    private const int BothEnds = 47;

    private void AppendAssociation(in SocketEntry row, in SocketBatch batch)
    {
        SocketDetails? details = batch.DetailsOf(in row);
        ReadOnlySpan<IpAddr> locals = details is null ? [] : details.SctpLocals;
        ReadOnlySpan<IpAddr> peers = details is null ? [] : details.SctpPeers;
        int lines = Math.Max(1, Math.Max(locals.Length, peers.Length));
        for (int line = 0; line < lines; line++)
        {
            foreach (ref readonly NetstatColumn column in _layout.Columns.AsSpan())
            {
                bool isLate = column.Cell is not (NetstatCell.Protocol or NetstatCell.ReceiveQueue or NetstatCell.SendQueue or NetstatCell.Local or NetstatCell.Peer or NetstatCell.State);
                if (isLate && line < lines - 1) continue;
                AppendOfAssociation(in column, in row, in batch, locals, peers, line);
            }

            _sink.Append(_layout.NewLine);
        }
    }

    private void AppendOfAssociation(
        in NetstatColumn column, in SocketEntry row, in SocketBatch batch, ReadOnlySpan<IpAddr> locals, ReadOnlySpan<IpAddr> peers, int line)
    {
        bool isBound = peers.IsEmpty;
        bool isFirst = line == 0;
        switch (column.Cell)
        {
            case NetstatCell.Local when isBound:
                _cells.AppendWhole(column.Gap, BothEnds, in row, At(locals, line), row.LocalEnd.Port);
                break;
            case NetstatCell.Peer when isBound: break;
            case NetstatCell.Local:
                _cells.AppendWhole(column.Gap, column.Width, in row, At(locals, line), isFirst ? row.LocalEnd.Port : null);
                break;
            case NetstatCell.Peer:
                _cells.AppendWhole(column.Gap, column.Width, in row, At(peers, line), isFirst ? row.PeerEnd.Port : null);
                break;
            case NetstatCell.Timer:
                _sink.AppendBlanks(column.Gap);
                break;
            case NetstatCell.ReceiveQueue or NetstatCell.SendQueue when isBound || !isFirst:
            case NetstatCell.Protocol or NetstatCell.State when !isFirst:
                _sink.AppendBlanks(column.Gap + column.Width);
                break;
            default:
                _cells.Append(in column, isLast: false, in row, in batch);
                break;
        }
    }

    private static IpAddr? At(ReadOnlySpan<IpAddr> addresses, int line) => line < addresses.Length ? addresses[line] : null;
}
