using System;
using System.Runtime.InteropServices;

namespace Minato.Interop.Linux.Libc;

/// <summary><c>inet_pton(3)</c>: an address from its text, strictly; no name service behind it.</summary>
internal static unsafe partial class InetPton
{
    // netinet/in.h: INET6_ADDRSTRLEN, the terminating NUL included.
    private const int TextSize = 46;
    private const int AddressSize = 16;

    /// <summary>False when <paramref name="text"/> is no address of the family. IPv4 fills the first 4 bytes, IPv6 all 16.</summary>
    internal static bool Call(int family, ReadOnlySpan<byte> text, Span<byte> address)
    {
        if (address.Length < AddressSize) throw new ArgumentException("an address needs 16 bytes", nameof(address));
        if (text.Length >= TextSize || text.Contains((byte)0)) return false;
        byte* terminated = stackalloc byte[TextSize];
        text.CopyTo(new Span<byte>(terminated, TextSize));
        terminated[text.Length] = 0;
        fixed (byte* a = address) return inet_pton(family, terminated, a) == 1;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int inet_pton(int family, byte* text, byte* address);
}
