using System;
using System.Buffers;
using Minato.Model.Network;

namespace Minato.Wire;

/// <summary>
/// One line of /proc/net/dev_mcast (Linux, net/core/net-procfs.c: dev_mc_seq_show): interface's number and name, users, users
/// of the whole system, address.
/// </summary>
internal static class ProcNetDevMcastDecoder
{
    // MAX_ADDR_LEN of linux/netdevice.h
    private const int MostBytes = 32;

    /// <summary>Null for a line that is not whole: the row is dropped, never invented.</summary>
    public static LinkGroupEntry? Decode(ReadOnlySpan<byte> line)
    {
        TextCursor cursor = new(line);
        ulong index = cursor.Number();
        ReadOnlySpan<byte> name = cursor.Word();
        ulong users = cursor.Number();
        _ = cursor.Number();
        ReadOnlySpan<byte> digits = cursor.Word();
        if (cursor.Failed || index > int.MaxValue || users > int.MaxValue || !InterfaceName.IsOne(name)) return null;
        byte[] address = new byte[Math.Min(MostBytes, digits.Length / 2)];
        bool isWhole = Convert.FromHexString(digits, address, out int used, out int written) == OperationStatus.Done && used == digits.Length && written > 0;
        return isWhole ? new LinkGroupEntry(name.ToArray(), (uint)index, address, (int)users) : null;
    }
}
