using System;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>How an interface's hardware address is written.</summary>
internal enum LinuxHardwareForm : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As nothing, but with the blank before it.</summary>
    Empty,

    /// <summary>Pairs of small digits with colons.</summary>
    Colons,

    /// <summary>Pairs of large digits with colons.</summary>
    LargeColons,

    /// <summary>Pairs of large digits with hyphens.</summary>
    Hyphens,

    /// <summary>Digits alone.</summary>
    Digits,
}

/// <summary>
/// A kind of hardware as net-tools 2.10 names it, by ARPHRD_* of linux/if_arp.h; what it does not know is UNSPEC. Observed on a
/// tun device that was given each type in turn.
/// </summary>
/// <param name="form">How its address is written.</param>
/// <param name="size">How many bytes of it.</param>
/// <param name="name">Its short name.</param>
/// <param name="title">Its long one.</param>
internal readonly ref struct LinuxHardware(LinuxHardwareForm form, int size, ReadOnlySpan<byte> name, ReadOnlySpan<byte> title)
{
    // An address of unknown hardware fills what a struct sockaddr has room for.
    private const int UnknownSize = 16;

    // With compressed headers, which are counted (ARPHRD_CSLIP, ARPHRD_CSLIP6).
    private const ushort CompressedSerial = 257;
    private const ushort CompressedSerial6 = 259;

    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Title { get; } = title;

    public static bool CountsCompressed(ushort type) => type is CompressedSerial or CompressedSerial6;

    public static LinuxHardware Of(ushort type) => type switch
    {
        0 => new(LinuxHardwareForm.Empty, 0, "netrom"u8, "AMPR NET/ROM"u8),
        1 => new(LinuxHardwareForm.Colons, 6, "ether"u8, "Ethernet"u8),
        3 => new(LinuxHardwareForm.Empty, 0, "ax25"u8, "AMPR AX.25"u8),
        7 => new(LinuxHardwareForm.Digits, 1, "arcnet"u8, "ARCnet"u8),
        27 => new(LinuxHardwareForm.Colons, 8, "eui64"u8, "Generic EUI-64"u8),
        256 => new(LinuxHardwareForm.None, 0, "slip"u8, "Serial Line IP"u8),
        CompressedSerial => new(LinuxHardwareForm.None, 0, "cslip"u8, "VJ Serial Line IP"u8),
        258 => new(LinuxHardwareForm.None, 0, "slip6"u8, "6-bit Serial Line IP"u8),
        CompressedSerial6 => new(LinuxHardwareForm.None, 0, "cslip6"u8, "VJ 6-bit Serial Line IP"u8),
        264 => new(LinuxHardwareForm.None, 0, "adaptive"u8, "Adaptive Serial Line IP"u8),
        270 => new(LinuxHardwareForm.Digits, 5, "rose"u8, "AMPR ROSE"u8),
        271 => new(LinuxHardwareForm.Empty, 0, "x25"u8, "generic X.25"u8),
        512 => new(LinuxHardwareForm.None, 0, "ppp"u8, "Point-to-Point Protocol"u8),
        513 => new(LinuxHardwareForm.None, 0, "hdlc"u8, "(Cisco)-HDLC"u8),
        516 => new(LinuxHardwareForm.None, 0, "lapb"u8, "LAPB"u8),
        768 => new(LinuxHardwareForm.Empty, 0, "tunnel"u8, "IPIP Tunnel"u8),
        770 => new(LinuxHardwareForm.None, 0, "frad"u8, "Frame Relay Access Device"u8),
        772 => new(LinuxHardwareForm.None, 0, "loop"u8, "Local Loopback"u8),
        774 => new(LinuxHardwareForm.Hyphens, 6, "fddi"u8, "Fiber Distributed Data Interface"u8),
        776 => new(LinuxHardwareForm.None, 0, "sit"u8, "IPv6-in-IPv4"u8),
        780 => new(LinuxHardwareForm.LargeColons, 6, "hippi"u8, "HIPPI"u8),
        782 => new(LinuxHardwareForm.None, 0, "ec"u8, "Econet"u8),
        783 => new(LinuxHardwareForm.Colons, 4, "irda"u8, "IrLAP"u8),
        _ => new(LinuxHardwareForm.Hyphens, UnknownSize, "unspec"u8, "UNSPEC"u8),
    };

    /// <summary>Appends a blank and the address; bytes that the device does not have are zero.</summary>
    public void AppendAddress(Utf8Sink sink, ReadOnlySpan<byte> address)
    {
        if (form == LinuxHardwareForm.None) return;
        sink.Append((byte)' ');
        ReadOnlySpan<byte> digits = form is LinuxHardwareForm.Colons or LinuxHardwareForm.Digits ? "0123456789abcdef"u8 : "0123456789ABCDEF"u8;
        for (int i = 0; i < size; i++)
        {
            byte value = i < address.Length && i < Carried ? address[i] : (byte)0;
            if (i > 0 && form != LinuxHardwareForm.Digits) sink.Append(form == LinuxHardwareForm.Hyphens ? (byte)'-' : (byte)':');
            sink.Append(digits[value >> 4]);
            sink.Append(digits[value & 15]);
        }
    }

    // SIOCGIFHWADDR tells the first fourteen bytes.
    private const int Carried = 14;
}
