using System;
using System.Runtime.CompilerServices;
using Minato.Model;

namespace Minato.Rendering.Netstat;

internal sealed partial class NetstatCells
{
    // Of a long port name this much is left for the address.
    private const int LeastAddress = 4;

    /// <summary>
    /// Writes an end in numbers with its gap and padding, as <see cref="AppendEnd"/> does, and gives its length;
    /// <see cref="EndText.Room"/> and a column may be overwritten.
    /// </summary>
    public int WriteEnd(ref byte to, in Endpoint end, in NetstatColumn column)
    {
        AddressForm form = layout.Address;
        EndText.WriteBlanks(ref to, column.Gap);
        ref byte text = ref Unsafe.Add(ref to, column.Gap);
        int host = WriteHost(ref text, in end.Addr);
        if (form.HostRoom > 0 && host > form.HostRoom) host = form.HostRoom;
        int port = WritePort(ref Unsafe.Add(ref text, host + 1), end.Port);
        if (form.PairRoom > 0 && host + port > form.PairRoom)
        {
            host = form.PairRoom - port;
            WritePort(ref Unsafe.Add(ref text, host + 1), end.Port);
        }

        Unsafe.Add(ref text, host) = form.Separator;
        int length = host + 1 + port;
        if (column.IsCut && length > column.Width) length = column.Width;
        if (length < column.Width) EndText.WriteBlanks(ref Unsafe.Add(ref text, length), column.Width - length);
        return column.Gap + Math.Max(length, column.Width);
    }

    /// <summary>An address whatever its length, with a port in numbers where it has one: SCTP's.</summary>
    public void AppendWhole(int gap, int width, in SocketEntry row, IpAddr? address, ushort? port)
    {
        _text.Clear();
        if (address is { } host) AppendHost(in host, in row, isNamed: true);
        if (port is { } number)
        {
            _text.Sink.Append(layout.Address.Separator);
            _text.Sink.AppendNumber(number);
        }

        sink.AppendBlanks(gap);
        sink.Append(_text.Bytes);
        sink.AppendBlanks(width - _text.Bytes.Length);
    }

    private void AppendPeer(in SocketEntry row, in NetstatColumn column, bool isLast)
    {
        if (layout.Address.HidesUdpPeer && row.Transport == Transport.Udp) AppendPadded("*:*"u8, in column, isLast);
        else AppendEnd(in row.PeerEnd, in row, in column, isLast, isNamed: true);
    }

    private void AppendLocal(in SocketEntry row, in NetstatColumn column, bool isLast) =>
        AppendEnd(in row.LocalEnd, in row, in column, isLast, isNamed: !layout.Address.NamesPeerAlone);

    private void AppendEnd(in Endpoint end, in SocketEntry row, in NetstatColumn column, bool isLast, bool isNamed)
    {
        AddressForm form = layout.Address;
        _text.Clear();
        AppendHost(in end.Addr, in row, isNamed);
        int host = _text.Bytes.Length;
        bool isPortNamed = AppendPort(in end, row.Transport, isNamed);
        int port = _text.Bytes.Length - host;

        int shownPort = port;
        int room = isPortNamed ? form.HostRoomOfNamedPort : form.HostRoom;
        int shownHost = room > 0 ? Math.Min(host, room) : host;
        if (form.PairRoom > 0 && shownHost + port > form.PairRoom)
        {
            shownPort = Math.Min(port, form.PairRoom - LeastAddress);
            shownHost = Math.Min(host, form.PairRoom - shownPort);
        }

        ReadOnlySpan<byte> hostText = NetstatText.WholeCharacters(_text.Bytes[..host], shownHost);
        ReadOnlySpan<byte> portText = NetstatText.WholeCharacters(_text.Bytes[host..], shownPort);
        int portRoom = column.IsCut ? column.Width - hostText.Length - 1 : portText.Length;
        portText = NetstatText.WholeCharacters(portText, Math.Max(0, portRoom));
        sink.Append(hostText);
        sink.Append(form.Separator);
        sink.Append(portText);
        if (!isLast || layout.PadsLast) sink.AppendBlanks(column.Width - hostText.Length - 1 - portText.Length);
    }

    private void AppendHost(in IpAddr end, in SocketEntry row, bool isNamed)
    {
        AddressForm form = layout.Address;
        bool isPrinted = row.Has(SocketFields.FromText);
        if (isPrinted && names.TryHost(in end, out ReadOnlySpan<byte> text))
        {
            Untrusted.Append(_text.Sink, text);
            return;
        }

        IpAddr address = end.IsV4Mapped ? IpAddr.V4((uint)end.Low) : end;
        if (address.IsUnspecified)
        {
            if (form.BracketsNamedAny && form.HostNames && address.IsV6)
            {
                _text.Sink.Append("[::]"u8);
                return;
            }

            if (isNamed && !isPrinted && !form.NameOfAny.IsEmpty)
            {
                AppendName(form.NameOfAny.Span);
                return;
            }
        }
        else if (isNamed && names.TryHost(in address, out ReadOnlySpan<byte> name))
        {
            AppendName(name);
            return;
        }

        ref byte to = ref _text.Sink.Start(EndText.Room);
        int length = WriteHost(ref to, in address);
        bool isScoped = form.Scope != ScopeForm.None && row.InterfaceIndex != 0 && address.IsLinkLocal;
        if (!isScoped)
        {
            _text.Sink.Advance(length);
            return;
        }

        if (form.HasBrackets) length--;
        _text.Sink.Advance(length);
        _text.Sink.Append((byte)'%');
        if ((form.Scope == ScopeForm.Name || isPrinted) && names.TryInterface(row.InterfaceIndex, out ReadOnlySpan<byte> card)) Untrusted.Append(_text.Sink, card);
        else _text.Sink.AppendNumber(row.InterfaceIndex);
        if (form.HasBrackets) _text.Sink.Append((byte)']');
    }

    private void AppendName(ReadOnlySpan<byte> name)
    {
        int dot = layout.Address.HasShortNames ? name.IndexOf((byte)'.') : -1;
        Untrusted.Append(_text.Sink, dot > 0 ? name[..dot] : name);
    }

    private bool AppendPort(in Endpoint end, Transport transport, bool isNamed)
    {
        bool isHidden = layout.Address.HidesRawPort && transport == Transport.Raw;
        ushort port = isHidden ? (ushort)0 : end.Port;
        if (end.PortText != 0 && !isHidden && names.TryPortText(end.PortText, out ReadOnlySpan<byte> text))
        {
            // Digits that its printer may have cut are no name.
            Untrusted.Append(_text.Sink, text);
            return text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0;
        }

        if (port != 0 && isNamed && names.TryService(transport, port, out ReadOnlySpan<byte> name))
        {
            Untrusted.Append(_text.Sink, name);
            return true;
        }

        _text.Sink.Advance(WritePort(ref _text.Sink.Start(sizeof(ulong)), port));
        return false;
    }

    private int WriteHost(ref byte to, in IpAddr address)
    {
        AddressForm form = layout.Address;
        if (form.HasStarForAny && address.IsUnspecified)
        {
            to = (byte)'*';
            return 1;
        }

        if (!address.IsV6 || address.IsV4Mapped) return AddressText.WriteV4(ref to, (uint)address.Low);
        if (!form.HasBrackets) return AddressText.WriteV6(ref to, address.High, address.Low);
        to = (byte)'[';
        int length = AddressText.WriteV6(ref Unsafe.Add(ref to, 1), address.High, address.Low) + 1;
        Unsafe.Add(ref to, length) = (byte)']';
        return length + 1;
    }

    private int WritePort(ref byte to, ushort port)
    {
        int length = NumberText.Write(ref to, port);
        if (port == 0 && !layout.Address.HasZeroForNone) to = (byte)'*';
        return length;
    }
}
