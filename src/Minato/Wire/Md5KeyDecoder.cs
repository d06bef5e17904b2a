using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns the array of <c>struct tcp_diag_md5sig</c> (linux/tcp.h) into keys.</summary>
internal static class Md5KeyDecoder
{
    /// <summary>Fills the list with the keys that are whole and of a known family.</summary>
    public static void Decode(ReadOnlySpan<byte> value, ref DetailList<Md5Key> keys)
    {
        keys.Clear();
        for (; MemoryMarshal.TryRead(value, out TcpDiagMd5Sig signature); value = value[Unsafe.SizeOf<TcpDiagMd5Sig>()..])
        {
            ReadOnlySpan<byte> address = MemoryMarshal.AsBytes((ReadOnlySpan<uint>)signature.tcpm_addr);
            if (signature.tcpm_family == SocketConstants.AF_INET) address = address[..sizeof(uint)];
            else if (signature.tcpm_family != SocketConstants.AF_INET6) continue;

            ref Md5Key key = ref keys.Add();
            key.Address = IpAddr.FromBytes(address);
            key.PrefixLength = signature.tcpm_prefixlen;
            ReadOnlySpan<byte> bytes = signature.tcpm_key;
            key.SetKey(bytes[..Math.Min(signature.tcpm_keylen, bytes.Length)]);
        }
    }
}
