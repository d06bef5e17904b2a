using System;
using Minato.Model;

namespace Minato.Rendering.Netstat;

internal sealed partial class NetstatCells
{
    private byte[] _plain = [];

    // A row that was read from another program's table knows what that table said: the rest is a dash, never a zero, and never
    // what this machine would say.
    private bool TryAppendPrinted(in NetstatColumn column, bool isLast, in SocketEntry row, in SocketBatch batch)
    {
        if (!row.Has(SocketFields.FromText)) return false;
        PrintedCell kept = KeptOf(in column);
        if (kept != PrintedCell.None && batch.DetailsOf(in row)?.Printed is { } printed && printed.TryGet(kept, out ReadOnlySpan<byte> text) && !text.IsEmpty)
        {
            _text.Clear();
            AppendKept(_text.Sink, text);
            AppendPadded(_text.Bytes, in column, isLast);
            return true;
        }

        if (!IsUntold(column.Cell, in row, in batch)) return false;
        AppendPadded("-"u8, in column, isLast);
        return true;
    }

    // The services of a process stand above its name.
    private void AppendPrintedComponents(in SocketEntry row, in SocketBatch batch)
    {
        if (!row.Has(SocketFields.FromText) || batch.DetailsOf(in row)?.Printed is not { } printed || !printed.TryGet(PrintedCell.Components, out ReadOnlySpan<byte> rest)) return;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\t');
            sink.AppendBlanks(2);
            AppendKept(sink, end < 0 ? rest : rest[..end]);
            sink.Append(layout.NewLine);
            rest = end < 0 ? default : rest[(end + 1)..];
        }
    }

    // Words are kept as they stood, escaped by who printed them.
    private void AppendKept(Utf8Sink to, ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)'\\'))
        {
            if (_plain.Length < text.Length) _plain = new byte[text.Length];
            text = _plain.AsSpan(0, EscapedText.Unescape(text, _plain));
        }

        Untrusted.Append(to, text);
    }

    private static bool IsUntold(NetstatCell cell, in SocketEntry row, in SocketBatch batch) => cell switch
    {
        NetstatCell.ReceiveQueue or NetstatCell.SendQueue => !row.Has(SocketFields.Queues),
        NetstatCell.User => !row.Has(SocketFields.User),
        NetstatCell.Inode => !row.Has(SocketFields.Inode),
        NetstatCell.Program => !row.Has(SocketFields.Owners),
        NetstatCell.ProcessId or NetstatCell.LastProcess => !row.Has(SocketFields.Owners) || batch.OwnersOf(in row) is [.., { Pid: < 0 }],
        NetstatCell.Timer => !row.Has(SocketFields.Timer),
        NetstatCell.UnixReferences => !row.Has(SocketFields.UnixReferences),
        NetstatCell.UnixIdentity => !row.Has(SocketFields.Inode),
        NetstatCell.UnixPeer => !row.Has(SocketFields.UnixPeer),
        NetstatCell.ListenQueues => !row.Has(SocketFields.Queues),
        NetstatCell.TimeInState or NetstatCell.OffloadState or NetstatCell.Template => row.Transport == Transport.Tcp,
        NetstatCell.UnixFile or NetstatCell.UnixReferrer or NetstatCell.UnixNextReferrer or NetstatCell.Identity or NetstatCell.ReceivedBytes or NetstatCell.SentBytes
            or NetstatCell.ReceivedPackets or NetstatCell.SentPackets or NetstatCell.Drops or NetstatCell.ReceiveLimit or NetstatCell.SendLimit
            or NetstatCell.StateBits or NetstatCell.OptionBits => true,
        _ => false,
    };

    private static PrintedCell KeptOf(in NetstatColumn column) => column.Cell switch
    {
        NetstatCell.Identity or NetstatCell.UnixIdentity => PrintedCell.Identity,
        NetstatCell.ReceivedBytes => PrintedCell.ReceivedBytes,
        NetstatCell.SentBytes => PrintedCell.SentBytes,
        NetstatCell.ReceivedPackets => PrintedCell.ReceivedPackets,
        NetstatCell.SentPackets => PrintedCell.SentPackets,
        NetstatCell.Drops => PrintedCell.Drops,
        NetstatCell.ReceiveLimit => PrintedCell.ReceiveLimit,
        NetstatCell.SendLimit => PrintedCell.SendLimit,
        NetstatCell.StateBits => PrintedCell.StateBits,
        NetstatCell.OptionBits => PrintedCell.OptionBits,
        NetstatCell.ListenQueues => PrintedCell.ListenQueues,
        NetstatCell.UnixFile => PrintedCell.UnixFile,
        NetstatCell.UnixPeer => PrintedCell.UnixPeer,
        NetstatCell.UnixReferrer => PrintedCell.UnixReferrer,
        NetstatCell.UnixNextReferrer => PrintedCell.UnixNextReferrer,
        NetstatCell.TimeInState => PrintedCell.TimeInState,
        NetstatCell.OffloadState => PrintedCell.OffloadState,
        NetstatCell.Template => PrintedCell.Template,
        _ => PrintedCell.None,
    };
}
