using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the addresses: owners (-p), timer (-o), details (-e), each after one blank.</summary>
internal sealed class SsDetails(Utf8Sink sink)
{
    private int _blanks;

    public void AppendOwners(ReadOnlySpan<ProcessRef> owners)
    {
        if (owners.IsEmpty) return;
        sink.Append("users:("u8);
        for (int i = 0; i < owners.Length; i++)
        {
            if (i > 0) sink.Append((byte)',');
            sink.Append("(\""u8);
            Untrusted.Append(sink, owners[i].Name.Span, alsoEscaped: (byte)'"');
            sink.Append("\",pid="u8);
            sink.AppendNumber((uint)owners[i].Pid);
            sink.Append(",fd="u8);
            sink.AppendNumber((uint)owners[i].Fd);
            sink.Append((byte)')');
        }

        sink.Append((byte)')');
    }

    public void AppendTimer(SocketTimer timer)
    {
        sink.Append("timer:("u8);
        sink.Append(timer.Kind switch
        {
            TimerKind.Retransmit => "on"u8,
            TimerKind.KeepAlive => "keepalive"u8,
            TimerKind.TimeWait => "timewait"u8,
            TimerKind.Probe => "persist"u8,
            TimerKind.DelayedAck => "delack"u8,
            _ => "unknown"u8,
        });
        sink.Append((byte)',');
        AppendDuration(timer.Milliseconds);
        sink.Append((byte)',');
        sink.AppendNumber(timer.Retries);
        sink.Append((byte)')');
    }

    /// <summary>Appends the fields that the row has; <paramref name="blanks"/> are owed before the first.</summary>
    public void AppendDetails(in SocketEntry row, ReadOnlySpan<byte> cgroup, int blanks)
    {
        _blanks = blanks;
        if (row.Family == SocketFamily.Unix)
        {
            AppendUnixDetails(in row);
            return;
        }

        if (row.Uid != 0) AppendField("uid:"u8, row.Uid);
        AppendField("ino:"u8, row.Inode);
        if (row.Has(SocketFields.Cookie))
        {
            StartField("sk:"u8);
            sink.AppendHex(row.Id.Value);
        }

        if (row.Mark != 0)
        {
            StartField("fwmark:0x"u8);
            sink.AppendHex(row.Mark);
        }

        if (row.CgroupId != 0) AppendCgroup(row.CgroupId, cgroup);
        if (row.Has(SocketFields.V6Only)) AppendField("v6only:"u8, row.V6Only ? 1u : 0u);
        if (row.Has(SocketFields.Shutdown)) AppendShutdown(row.Shutdown);
    }

    private void AppendUnixDetails(in SocketEntry row)
    {
        if (row.Uid != 0) AppendField("uid:"u8, row.Uid);
        if (row.Has(SocketFields.Shutdown)) AppendShutdown(row.Shutdown);
        if (row.Has(SocketFields.UnixFile))
        {
            AppendField("ino:"u8, row.UnixFileInode);
            AppendField("dev:"u8, row.UnixFileDevice >> 20);
            sink.Append((byte)'/');
            sink.AppendNumber(row.UnixFileDevice & 0xFFFFF);
        }

        if (!row.Has(SocketFields.UnixPending)) return;
        StartField("peers:"u8);
        foreach (uint inode in row.UnixPendingPeers) AppendField(default, inode);
    }

    // `<` still receives, `>` still sends, `-` is shut down.
    private void AppendShutdown(byte shutdown)
    {
        StartField(default);
        sink.Append((shutdown & 1) != 0 ? (byte)'-' : (byte)'<');
        sink.Append((byte)'-');
        sink.Append((shutdown & 2) != 0 ? (byte)'-' : (byte)'>');
    }

    private void AppendCgroup(ulong id, ReadOnlySpan<byte> path)
    {
        StartField("cgroup:"u8);
        if (!path.IsEmpty)
        {
            Untrusted.Append(sink, path);
            return;
        }

        sink.Append("unreachable:"u8);
        sink.AppendHex(id);
    }

    private void AppendField(ReadOnlySpan<byte> name, ulong value)
    {
        StartField(name);
        sink.AppendNumber(value);
    }

    private void StartField(ReadOnlySpan<byte> name)
    {
        sink.AppendBlanks(_blanks);
        _blanks = 1;
        sink.Append(name);
    }

    // Coarser as it gets longer: 1min48sec, 12sec, 9.012sec, 204ms.
    private void AppendDuration(uint milliseconds)
    {
        uint seconds = milliseconds / 1000;
        uint rest = milliseconds % 1000;
        uint minutes = seconds / 60;
        if (minutes > 0)
        {
            sink.AppendNumber(minutes);
            sink.Append("min"u8);
            if (minutes > 9 || seconds % 60 == 0) return;
            sink.AppendNumber(seconds % 60);
            sink.Append("sec"u8);
            return;
        }

        if (seconds > 0)
        {
            sink.AppendNumber(seconds);
            if (seconds <= 9 && rest > 0)
            {
                sink.Append((byte)'.');
                AppendThreeDigits(rest);
            }

            sink.Append("sec"u8);
            return;
        }

        AppendThreeDigits(rest);
        sink.Append("ms"u8);
    }

    private void AppendThreeDigits(uint value)
    {
        if (value < 100) sink.Append((byte)'0');
        if (value < 10) sink.Append((byte)'0');
        sink.AppendNumber(value);
    }
}
