using System;
using System.Buffers.Text;

namespace Minato.Naming;

/// <summary>
/// Netlink protocol number → name: ss's names (the numbers are NETLINK_* of linux/netlink.h), and over them those of
/// iproute2's file. Not checked: whoever prints the bytes escapes them.
/// </summary>
internal sealed class NetlinkProtocolNames(params string[] paths)
{
    /// <summary>The administrator's file, and the one that newer iproute2 brings along for when it is missing.</summary>
    internal static readonly string[] DefaultPaths = ["/etc/iproute2/nl_protos", "/usr/share/iproute2/nl_protos"];

    private readonly byte[]?[] _names = new byte[]?[byte.MaxValue + 1];
    private bool _isRead;

    private static ReadOnlySpan<byte> Known =>
        "0 rtnl\n1 unused\n2 usersock\n3 fw\n4 tcpdiag\n5 nflog\n6 xfrm\n7 selinux\n8 iscsi\n9 audit\n10 fiblookup\n"u8 +
        "11 connector\n12 nft\n13 ip6fw\n14 dec-rt\n15 uevent\n16 genl\n18 scsi-trans\n19 ecryptfs\n20 rdma\n21 crypto\n"u8;

    public bool TryFind(ushort protocol, out ReadOnlySpan<byte> name)
    {
        if (!_isRead) Read();
        name = protocol < _names.Length ? _names[protocol] : default;
        return !name.IsEmpty;
    }

    private void Read()
    {
        _isRead = true;
        Take(Known);
        foreach (string path in paths)
        {
            byte[] text = NameFile.Read(path);
            if (text.Length == 0) continue;
            Take(text);
            return;
        }
    }

    // "16 genl" or "0x10 genl". As ss, nothing is taken from behind a line that is neither.
    private void Take(ReadOnlySpan<byte> text)
    {
        FieldReader reader = new(text);
        while (reader.NextLine())
        {
            if (!reader.NextField(out Range number)) continue;
            if (!TryNumber(text[number], out uint protocol) || !reader.NextField(out Range name)) return;
            if (protocol < (uint)_names.Length) _names[protocol] = text[name].ToArray();
        }
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out uint number)
    {
        bool isHex = digits.StartsWith("0x"u8);
        if (isHex) digits = digits[2..];
        return Utf8Parser.TryParse(digits, out number, out int used, isHex ? 'x' : 'D') && used == digits.Length;
    }
}
