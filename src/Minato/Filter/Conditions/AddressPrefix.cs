using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>An address of which the first bits count. No bits means any address (of the family, when one is named).</summary>
internal readonly record struct AddressPrefix(SocketFamily? Family, ulong High, ulong Low, int Bits)
{
    private const int WordBits = 32;
    private const int V4Shift = 32;

    /// <summary>Any address of any family.</summary>
    public static AddressPrefix Any { get; } = new(null, 0, 0, 0);

    public static AddressPrefix Of(in IpAddr address, int bits) => address.IsV6
        ? new AddressPrefix(SocketFamily.Inet6, address.High, address.Low, bits)
        : new AddressPrefix(SocketFamily.Inet, address.Low << V4Shift, 0, bits);

    /// <summary>A number that stands for an address: a protocol, a context id.</summary>
    public static AddressPrefix Of(SocketFamily family, uint number) => new(family, (ulong)number << V4Shift, 0, WordBits);

    /// <summary>The number, or the IPv4 address.</summary>
    public uint FirstWord => (uint)(High >> V4Shift);

    public IpAddr Address => Family == SocketFamily.Inet6 ? IpAddr.V6(High, Low) : IpAddr.V4(FirstWord);

    /// <summary>Whether the leading bits of an end's address are these, whatever the family: so compares ss.</summary>
    public bool MatchesBits(in SsEnd end, SocketFamily family)
    {
        if (!end.HasAddress) return Bits == 0;
        if (Share(end.High, end.Low, High, Low, Bits)) return true;
        return Family == SocketFamily.Inet && IsMapped(in end, family) && Share(end.Low << V4Shift, 0, High, Low, Bits);
    }

    /// <summary>Whether an internet socket's address is of the family and has these leading bits: so compares the kernel.</summary>
    public bool MatchesFamily(in SsEnd end, SocketFamily family)
    {
        if (Family is null) return true;
        if (Family == family) return Share(end.High, end.Low, High, Low, Bits);
        return Family == SocketFamily.Inet && IsMapped(in end, family) && Share(end.Low << V4Shift, 0, High, Low, Bits);
    }

    private static bool IsMapped(in SsEnd end, SocketFamily family) =>
        family == SocketFamily.Inet6 && end.High == 0 && end.Low >> V4Shift == 0xFFFF;

    private static bool Share(ulong leftHigh, ulong leftLow, ulong rightHigh, ulong rightLow, int bits)
    {
        ulong high = leftHigh ^ rightHigh;
        if (bits <= 64) return bits == 0 || high >> (64 - bits) == 0;
        return high == 0 && (leftLow ^ rightLow) >> (128 - bits) == 0;
    }
}
