using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Minato.Model;

namespace Minato.Rendering;

/// <summary>Pieces of a row that are written where they lie: whoever calls has made room for what they overwrite.</summary>
internal static class EndText
{
    /// <summary>What <see cref="Write"/> may overwrite: brackets, address, colon, port.</summary>
    public const int Room = AddressText.Room + 3 + sizeof(ulong);

    // What a fill may write beyond its end.
    private const int Step = 32;

    /// <summary>
    /// Writes one end of an internet socket in numbers, as ss does: a dual-stack socket's wildcard is <c>*</c>, and <c>[::]</c>
    /// only where IPv4 is refused. Gives its length.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(ref byte to, in Endpoint end, bool v6Only)
    {
        int length = WriteAddress(ref to, in end, v6Only);
        return length + WritePort(ref Unsafe.Add(ref to, length), end.Port);
    }

    /// <summary>Writes the address and its colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteAddress(ref byte to, in Endpoint end, bool v6Only)
    {
        ref readonly IpAddr address = ref end.Addr;
        int length = address.IsV6 ? WriteV6(ref to, in address, v6Only) : AddressText.WriteV4(ref to, (uint)address.Low);
        Unsafe.Add(ref to, length) = (byte)':';
        return length + 1;
    }

    /// <summary>Writes a port; none is <c>*</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WritePort(ref byte to, ushort port)
    {
        int length = NumberText.Write(ref to, port);
        if (port == 0) to = (byte)'*';
        return length;
    }

    /// <summary>Writes blanks; up to 31 more may be overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteBlanks(ref byte to, int count)
    {
        Vector256<byte> blanks = Vector256.Create((byte)' ');
        blanks.StoreUnsafe(ref to);
        for (int at = Step; at < count; at += Step) blanks.StoreUnsafe(ref to, (nuint)at);
    }

    /// <summary>Copies at most 32 bytes, all of which may be overwritten and read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyShort(ref byte to, ref byte from) => Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);

    private static int WriteV6(ref byte to, in IpAddr address, bool v6Only)
    {
        if (address.IsUnspecified && !v6Only)
        {
            to = (byte)'*';
            return 1;
        }

        to = (byte)'[';
        int length = AddressText.WriteV6(ref Unsafe.Add(ref to, 1), address.High, address.Low) + 1;
        Unsafe.Add(ref to, length) = (byte)']';
        return length + 1;
    }
}
