using System;
using Minato.Model;
using Minato.States;

namespace Minato.Rendering.Netstat;

/// <summary>The cells of the socket tables of every netstat.</summary>
internal sealed partial class NetstatCells(Utf8Sink sink, NetstatLayout layout, IRowNames names)
{
    private readonly TextBuffer _text = new();

    /// <summary>Appends a cell with its gap and its padding.</summary>
    public void Append(in NetstatColumn column, bool isLast, in SocketEntry row, in SocketBatch batch)
    {
        sink.AppendBlanks(column.Gap);
        if (TryAppendPrinted(in column, isLast, in row, in batch)) return;
        switch (column.Cell)
        {
            case NetstatCell.Protocol: AppendPadded(ProtocolWords.Of(layout.Words, in row), in column, isLast); break;
            case NetstatCell.ReceiveQueue: AppendNumber(IsIdleQueue(in row) ? 0 : row.ReceiveQueue, in column, isLast); break;

            // /proc/net/tcp has no backlog, nor has pcblist_n in these columns: a listener of netstat has nothing to send.
            case NetstatCell.SendQueue: AppendNumber(row.State == SocketState.Listen ? 0 : row.SendQueue, in column, isLast); break;
            case NetstatCell.Local: AppendLocal(in row, in column, isLast); break;
            case NetstatCell.Peer: AppendPeer(in row, in column, isLast); break;
            case NetstatCell.State: AppendState(in row, in column, isLast); break;
            case NetstatCell.User: AppendUser(in row, in column, isLast); break;
            case NetstatCell.Inode: AppendNumber(row.Inode, in column, isLast); break;
            case NetstatCell.Program: AppendProgram(in row, batch.OwnersOf(in row), in column, isLast); break;
            case NetstatCell.Context: AppendContext(batch.OwnersOf(in row), in column, isLast); break;
            case NetstatCell.Timer: AppendTimer(row.Timer); break;
            case NetstatCell.ProcessId: AppendProcessId(batch.OwnersOf(in row), in column, isLast); break;
            case NetstatCell.TimeInState: AppendTimeInState(in row, in column, isLast); break;
            case NetstatCell.OffloadState: AppendPadded(IsTcp(in row) ? "InHost"u8 : default, in column, isLast); break;
            case NetstatCell.Template: AppendPadded(IsTcp(in row) ? "Not Applicable"u8 : default, in column, isLast); break;
            case NetstatCell.UnixReferences: AppendNumber(row.UnixReferences, in column, isLast); break;
            case NetstatCell.UnixFlags: AppendPadded(UnixWords.Flags(in row), in column, isLast); break;
            case NetstatCell.UnixType: AppendPadded(UnixWords.Type(layout.Words, row.Transport), in column, isLast); break;
            case NetstatCell.UnixState: AppendPadded(UnixWords.State(row.State), in column, isLast); break;
            case NetstatCell.UnixPath: AppendUnixPath(in row); break;
            default: AppendOfMacOs(in column, isLast, in row, in batch); break;
        }
    }

    // The accept queue of a listener is shown by net-tools alone: macOS has it under -L.
    private bool IsIdleQueue(in SocketEntry row) => row.State == SocketState.Listen && layout.Words == StateDialect.NetstatMacOs;

    private void AppendState(in SocketEntry row, in NetstatColumn column, bool isLast)
    {
        bool isRaw = row.Transport == Transport.Raw;
        if (isRaw && layout.Words == StateDialect.NetstatLinux) AppendNumber((uint)row.State, in column, isLast);
        else if (isRaw || (row.Transport is Transport.Udp or Transport.UdpLite && (row.State == SocketState.Closed || layout.Words != StateDialect.NetstatLinux))) AppendPadded(default, in column, isLast);
        else if (row is { Transport: Transport.Sctp, State: SocketState.Unknown }) AppendPadded(default, in column, isLast);
        else AppendPadded(StateVocabulary.Word(layout.Words, (int)ShownState(in row)), in column, isLast);
    }

    private SocketState ShownState(in SocketEntry row) =>
        layout.CallsClosedBound && row is { State: SocketState.Closed, Transport: Transport.Tcp } ? SocketState.BoundInactive : row.State;

    private void AppendUser(in SocketEntry row, in NetstatColumn column, bool isLast)
    {
        _text.Clear();
        if (names.TryUser(row.Uid, out ReadOnlySpan<byte> name)) Untrusted.Append(_text.Sink, name);
        else _text.Sink.AppendNumber(row.Uid);
        AppendPadded(_text.Bytes, in column, isLast);
    }

    // Owners come with the highest pid first; netstat names the lowest.
    private void AppendProgram(in SocketEntry row, ReadOnlySpan<ProcessRef> owners, in NetstatColumn column, bool isLast)
    {
        if (owners.IsEmpty)
        {
            AppendPadded("-"u8, in column, isLast);
            return;
        }

        ProcessRef owner = owners[^1];
        _text.Clear();
        if (owner.Pid <= 0) _text.Sink.Append((byte)'-');
        else _text.Sink.AppendNumber((uint)owner.Pid);
        _text.Sink.Append((byte)'/');
        if (owner.Name.IsEmpty && row.Has(SocketFields.FromText)) _text.Sink.Append((byte)'-');
        else Untrusted.Append(_text.Sink, owner.Name.Span);
        AppendPadded(NetstatText.WholeCharacters(_text.Bytes, column.Width - 1), in column, isLast);
    }

    // net-tools reads the path as a word, which ends at its first blank. ss -x shows it whole.
    private void AppendUnixPath(in SocketEntry row)
    {
        ReadOnlySpan<byte> path = row.UnixPath.Span;
        if (layout.Words == StateDialect.NetstatLinux && !row.Has(SocketFields.FromText))
        {
            int start = 0;
            while (start < path.Length && IsBlank(path[start])) start++;
            int end = start;
            while (end < path.Length && !IsBlank(path[end])) end++;
            path = path[start..end];
        }

        Untrusted.Append(sink, path);
    }

    // isspace(3) in the C locale.
    private static bool IsBlank(byte character) => character is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r');

    private void AppendContext(ReadOnlySpan<ProcessRef> owners, in NetstatColumn column, bool isLast)
    {
        _text.Clear();
        if (!owners.IsEmpty && owners[^1].Contexts?.Process is { } context) Untrusted.Append(_text.Sink, context.Span);
        else _text.Sink.Append((byte)'-');
        AppendPadded(_text.Bytes, in column, isLast);
    }

    private void AppendProcessId(ReadOnlySpan<ProcessRef> owners, in NetstatColumn column, bool isLast) =>
        AppendNumber(owners.IsEmpty ? 0 : (ulong)(uint)owners[^1].Pid, in column, isLast);

    private void AppendNumber(ulong number, in NetstatColumn column, bool isLast)
    {
        if (column.Align == NetstatAlign.Right) NumberCell.AppendRight(sink, number, column.Width);
        else if (!isLast || layout.PadsLast) NumberCell.AppendLeft(sink, number, column.Width);
        else sink.AppendNumber(number);
    }

    private void AppendPadded(ReadOnlySpan<byte> text, in NetstatColumn column, bool isLast)
    {
        if (column.IsCut) text = NetstatText.WholeCharacters(text, column.Width);
        int blanks = column.Width - text.Length;
        if (column.Align == NetstatAlign.Right) sink.AppendBlanks(blanks);
        sink.Append(text);
        if (column.Align == NetstatAlign.Left && (!isLast || layout.PadsLast || column.IsAlwaysPadded)) sink.AppendBlanks(blanks);
    }
}
