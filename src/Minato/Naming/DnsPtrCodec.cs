using System;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>
/// "What is this address called?" as a DNS message (RFC 1035; the names asked are RFC 1035 §3.5 and RFC 3596 §2.5), and the
/// reading of what comes back.
/// </summary>
internal static partial class DnsPtrCodec
{
    /// <summary>Header, 32 one-digit labels, "ip6", "arpa", the root, type and class.</summary>
    public const int MaxQuerySize = HeaderSize + (32 * 2) + 4 + 5 + 1 + QuestionTail;

    /// <summary>A host name has at most 253 characters: 255 octets on the wire, less the first length and the root.</summary>
    public const int MaxNameSize = MaxWireName - 2;

    internal const int HeaderSize = 12;
    internal const int QuestionTail = 4;
    internal const int MaxWireName = 255;
    internal const ushort TypeCname = 5;
    private const ushort TypePtr = 12;
    internal const ushort ClassInternet = 1;
    internal const ushort RecursionDesired = 0x0100;

    /// <summary>Writes the query for an address's name and gives its length.</summary>
    public static int WriteQuery(Span<byte> message, ushort id, HostAddress address)
    {
        message[..HeaderSize].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(message, id);
        BinaryPrimitives.WriteUInt16BigEndian(message[2..], RecursionDesired);
        BinaryPrimitives.WriteUInt16BigEndian(message[4..], 1);

        int at = HeaderSize;
        Span<byte> bytes = stackalloc byte[HostAddress.V6Size];
        bytes = bytes[..address.CopyTo(bytes)];
        bytes.Reverse();
        foreach (byte b in bytes)
        {
            if (address.IsV4)
            {
                _ = Utf8Formatter.TryFormat(b, message[(at + 1)..], out int digits);
                message[at] = (byte)digits;
                at += 1 + digits;
            }
            else
            {
                at += WriteLabel(message[at..], [HexDigit(b & 0xF)]);
                at += WriteLabel(message[at..], [HexDigit(b >> 4)]);
            }
        }

        at += WriteLabel(message[at..], address.IsV4 ? "in-addr"u8 : "ip6"u8);
        at += WriteLabel(message[at..], "arpa"u8);
        message[at++] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(message[at..], TypePtr);
        BinaryPrimitives.WriteUInt16BigEndian(message[(at + 2)..], ClassInternet);
        return at + QuestionTail;
    }

    private static int WriteLabel(Span<byte> message, ReadOnlySpan<byte> label)
    {
        message[0] = (byte)label.Length;
        label.CopyTo(message[1..]);
        return 1 + label.Length;
    }

    private static byte HexDigit(int value) => "0123456789abcdef"u8[value];
}
