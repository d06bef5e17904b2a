using System;
using System.Runtime.CompilerServices;
using Minato.Model;

namespace Minato.Rendering.Netstat;

/// <summary>The cells of net-tools' tables: padded on the right, trailing blanks kept, as scripts have known them for decades.</summary>
internal sealed class NetstatCells(Utf8Sink sink, NetstatColumns columns, IRowNames names)
{
    // An address cell holds 22 characters beside its colon, in a column of 23.
    private const int AddressRoom = 22;
    private const int AddressColumn = 23;

    // Of a long port name this much is left for the address.
    private const int LeastAddress = 4;

    private const int ProgramColumn = 20;

    private readonly TextBuffer _text = new();

    public void AppendAddress(in Endpoint end, Transport transport)
    {
        sink.Append((byte)' ');
        _text.Clear();
        AppendHost(in end.Addr);
        int host = _text.Bytes.Length;
        AppendPort(end.Port, transport);
        int port = _text.Bytes.Length - host;

        int shownPort = port;
        int shownHost = host;
        if (!columns.Wide && host + port > AddressRoom)
        {
            shownPort = Math.Min(port, AddressRoom - LeastAddress);
            shownHost = Math.Min(host, AddressRoom - shownPort);
        }

        ReadOnlySpan<byte> hostText = WholeCharacters(_text.Bytes[..host], shownHost);
        ReadOnlySpan<byte> portText = WholeCharacters(_text.Bytes[host..], shownPort);
        sink.Append(hostText);
        sink.Append((byte)':');
        sink.Append(portText);
        sink.AppendBlanks(AddressColumn - hostText.Length - 1 - portText.Length);
    }

    /// <summary>
    /// Writes an address cell in numbers, as <see cref="AppendAddress"/> does, and gives its length; <see cref="EndText.Room"/>
    /// and a column may be overwritten.
    /// </summary>
    public int WriteNumbers(ref byte to, in Endpoint end)
    {
        ref readonly IpAddr address = ref end.Addr;
        to = (byte)' ';
        ref byte text = ref Unsafe.Add(ref to, 1);
        int host = address.IsV6 && !address.IsV4Mapped
            ? AddressText.WriteV6(ref text, address.High, address.Low)
            : AddressText.WriteV4(ref text, (uint)address.Low);
        int port = EndText.WritePort(ref Unsafe.Add(ref text, host + 1), end.Port);
        if (host + port > AddressRoom && !columns.Wide)
        {
            host = AddressRoom - port;
            EndText.WritePort(ref Unsafe.Add(ref text, host + 1), end.Port);
        }

        Unsafe.Add(ref text, host) = (byte)':';
        int length = host + 1 + port;
        if (length >= AddressColumn) return length + 1;
        EndText.WriteBlanks(ref Unsafe.Add(ref text, length), AddressColumn - length);
        return AddressColumn + 1;
    }

    /// <summary>User and inode of an internet socket.</summary>
    public void AppendUser(in SocketEntry row)
    {
        sink.Append((byte)' ');
        _text.Clear();
        if (names.TryUser(row.Uid, out ReadOnlySpan<byte> name)) Untrusted.Append(_text.Sink, name);
        else _text.Sink.AppendNumber(row.Uid);
        AppendPadded(_text.Bytes, 10);
        sink.Append((byte)' ');
        AppendNumberLeft(row.Inode, 10);
    }

    public void AppendProgram(ReadOnlySpan<ProcessRef> owners)
    {
        sink.Append((byte)' ');
        if (owners.IsEmpty)
        {
            AppendPadded("-"u8, ProgramColumn);
            return;
        }

        // Owners come with the highest pid first; netstat names the lowest.
        ProcessRef owner = owners[^1];
        _text.Clear();
        _text.Sink.AppendNumber((uint)owner.Pid);
        _text.Sink.Append((byte)'/');
        Untrusted.Append(_text.Sink, owner.Name.Span);
        AppendPadded(WholeCharacters(_text.Bytes, ProgramColumn - 1), ProgramColumn);
    }

    public void AppendTimer(SocketTimer timer)
    {
        sink.Append((byte)' ');
        switch (timer.Kind)
        {
            case TimerKind.None: sink.Append("off"u8); break;
            case TimerKind.Retransmit: sink.Append("on"u8); break;
            case TimerKind.KeepAlive: sink.Append("keepalive"u8); break;
            case TimerKind.TimeWait: sink.Append("timewait"u8); break;
            case TimerKind.Probe: sink.Append("probe"u8); break;
            default:
                sink.Append("unkn-"u8);
                sink.AppendNumber((uint)timer.Kind);
                break;
        }

        // Seconds, retransmissions, probes: one counter serves both, by the kind of timer.
        bool probes = timer.Kind is TimerKind.KeepAlive or TimerKind.Probe;
        uint hundredths = timer.Kind == TimerKind.None ? 0 : timer.Milliseconds / 10;
        sink.Append(" ("u8);
        sink.AppendNumber(hundredths / 100);
        sink.Append((byte)'.');
        if (hundredths % 100 < 10) sink.Append((byte)'0');
        sink.AppendNumber(hundredths % 100);
        sink.Append((byte)'/');
        sink.AppendNumber(probes ? 0u : timer.Retries);
        sink.Append((byte)'/');
        sink.AppendNumber(probes ? timer.Retries : 0u);
        sink.Append((byte)')');
    }

    public void AppendPadded(ReadOnlySpan<byte> text, int width)
    {
        sink.Append(text);
        sink.AppendBlanks(width - text.Length);
    }

    public void AppendNumberLeft(ulong number, int width)
    {
        long start = sink.Position;
        sink.AppendNumber(number);
        sink.AppendBlanks(width - (int)(sink.Position - start));
    }

    public void AppendNumberRight(ulong number, int width)
    {
        int digits = 1;
        for (ulong rest = number; rest >= 10; rest /= 10) digits++;
        sink.AppendBlanks(width - digits);
        sink.AppendNumber(number);
    }

    // An IPv4 peer of a dual-stack socket is shown as IPv4; its table says tcp6.
    private void AppendHost(in IpAddr address)
    {
        IpAddr shown = address.IsV4Mapped ? IpAddr.V4((uint)address.Low) : address;
        if (!shown.IsUnspecified && names.TryHost(in shown, out ReadOnlySpan<byte> name)) Untrusted.Append(_text.Sink, name);
        else if (shown is { IsV6: true, IsUnspecified: true } && columns.HostNames) _text.Sink.Append("[::]"u8);
        else AddressText.Append(_text.Sink, in shown);
    }

    private void AppendPort(ushort port, Transport transport)
    {
        if (port == 0) _text.Sink.Append((byte)'*');
        else if (names.TryService(transport, port, out ReadOnlySpan<byte> name)) Untrusted.Append(_text.Sink, name);
        else _text.Sink.AppendNumber(port);
    }

    // Cut between characters: half of one would be no text.
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> text, int most)
    {
        if (text.Length <= most) return text;
        while (most > 0 && (text[most] & 0xC0) == 0x80) most--;
        return text[..most];
    }
}
