using System;
using Minato.Model;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Rendering.Netstat;

internal sealed partial class NetstatCells
{
    // "%16s:%-6s"
    private const int NameRoom = 16;
    private const int PidRoom = 6;

    private void AppendOfMacOs(in NetstatColumn column, bool isLast, in SocketEntry row, in SocketBatch batch)
    {
        switch (column.Cell)
        {
            case NetstatCell.Identity: AppendHex(row.Identity.Value, row.Identity.Kind == SocketIdKind.Cookie, in column, isLast); break;
            case NetstatCell.ReceivedBytes: AppendKnown(MacOsMetrics.ReceivedBytes(batch.DetailsOf(in row), row.State), in column, isLast); break;
            case NetstatCell.SentBytes: AppendKnown(MacOsMetrics.SentBytes(batch.DetailsOf(in row)), in column, isLast); break;
            case NetstatCell.ReceivedPackets: AppendKnown(MacOsMetrics.ReceivedPackets(batch.DetailsOf(in row)), in column, isLast); break;
            case NetstatCell.SentPackets: AppendKnown(MacOsMetrics.SentPackets(batch.DetailsOf(in row)), in column, isLast); break;
            case NetstatCell.Drops: AppendKnown(MacOsMetrics.Drops(batch.DetailsOf(in row)), in column, isLast); break;
            case NetstatCell.ReceiveLimit: AppendKnown(MacOsMetrics.ReceiveLimit(batch.DetailsOf(in row)), in column, isLast); break;
            case NetstatCell.SendLimit: AppendKnown(MacOsMetrics.SendLimit(batch.DetailsOf(in row)), in column, isLast); break;
            case NetstatCell.NamedProcess: AppendNamedProcess(batch.OwnersOf(in row)); break;
            case NetstatCell.EffectiveProcess: AppendNamedProcess([]); break;
            case NetstatCell.LastProcess: AppendLastProcess(batch.OwnersOf(in row), in column, isLast); break;
            case NetstatCell.StateBits: AppendZeroFilled(MacOsBits.State(in row), in column); break;
            case NetstatCell.OptionBits: AppendZeroFilled(MacOsBits.Options(in row), in column); break;
            case NetstatCell.Unknown: AppendPadded("-"u8, in column, isLast); break;
            case NetstatCell.ListenQueues: AppendListenQueues(in row, in column, isLast); break;
            case NetstatCell.UnixIdentity: AppendHex(row.Inode, !row.Has(SocketFields.FromText), in column, isLast); break;

            // A socket without a file has none told: whoever tells files tells peers.
            case NetstatCell.UnixFile: AppendHex(row.UnixFileInode, row.Has(SocketFields.UnixFile) || row.Has(SocketFields.UnixPeer), in column, isLast); break;
            case NetstatCell.UnixPeer: AppendHex(row.UnixPeerInode, row.Has(SocketFields.UnixPeer), in column, isLast); break;

            // Only datagram sockets refer to each other (unp_refs of BSD's unpcb), and Linux does not tell which.
            case NetstatCell.UnixReferrer or NetstatCell.UnixNextReferrer: AppendHex(0, row.Transport != Transport.UnixDatagram, in column, isLast); break;
            case NetstatCell.UnixName: AppendUnixName(row.UnixPath.Span); break;
            default: throw new ArgumentOutOfRangeException(nameof(column), column.Cell, "a cell without text");
        }
    }

    private void AppendKnown(ulong? number, in NetstatColumn column, bool isLast)
    {
        if (number is { } known) AppendNumber(known, in column, isLast);
        else AppendPadded("-"u8, in column, isLast);
    }

    private void AppendHex(ulong number, bool isKnown, in NetstatColumn column, bool isLast)
    {
        _text.Clear();
        if (isKnown) _text.Sink.AppendHex(number);
        else _text.Sink.Append((byte)'-');
        AppendPadded(_text.Bytes, in column, isLast);
    }

    private void AppendZeroFilled(uint bits, in NetstatColumn column)
    {
        _text.Clear();
        _text.Sink.AppendHex(bits);
        for (int i = _text.Bytes.Length; i < column.Width; i++) sink.Append((byte)'0');
        sink.Append(_text.Bytes);
    }

    // Names may have blanks, as on a Mac; a longer one pushes what follows.
    private void AppendNamedProcess(ReadOnlySpan<ProcessRef> owners)
    {
        _text.Clear();
        if (owners.IsEmpty || owners[^1].Name.IsEmpty) _text.Sink.Append((byte)'-');
        else Untrusted.Append(_text.Sink, owners[^1].Name.Span);
        sink.AppendBlanks(NameRoom - _text.Bytes.Length);
        sink.Append(_text.Bytes);
        sink.Append((byte)':');
        long start = sink.Position;
        if (owners.IsEmpty || owners[^1].Pid < 0) sink.Append((byte)'-');
        else sink.AppendNumber((uint)owners[^1].Pid);
        sink.AppendBlanks(PidRoom - (int)(sink.Position - start));
    }

    private void AppendLastProcess(ReadOnlySpan<ProcessRef> owners, in NetstatColumn column, bool isLast)
    {
        if (owners.IsEmpty || owners[^1].Pid < 0) AppendPadded("-"u8, in column, isLast);
        else AppendNumber((uint)owners[^1].Pid, in column, isLast);
    }

    private void AppendListenQueues(in SocketEntry row, in NetstatColumn column, bool isLast)
    {
        _text.Clear();
        _text.Sink.AppendNumber(row.ReceiveQueue);
        _text.Sink.Append((byte)'/');
        if (layout.HalfOpen is { } halfOpen && halfOpen.TryCount(in row, out uint count)) _text.Sink.AppendNumber(count);
        else _text.Sink.Append((byte)'-');
        _text.Sink.Append((byte)'/');
        if (row.Has(SocketFields.Backlog)) _text.Sink.AppendNumber(row.SendQueue);
        else _text.Sink.Append((byte)'-');
        AppendPadded(_text.Bytes, in column, isLast);
    }

    // An abstract name begins with a NUL, which is written as @: what else it holds is escaped.
    private void AppendUnixName(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty) return;
        sink.Append((byte)' ');
        if (path[0] == 0)
        {
            sink.Append((byte)'@');
            path = path[1..];
        }

        Untrusted.Append(sink, path);
    }
}
