using System;
using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>
/// Whether the system chose the local port or name: <c>autobound</c>. The kernel knows who chose a port and checks it; a
/// row tells only the port, so here it must lie in the ephemeral range. Both must hold, as in ss.
/// </summary>
internal sealed class AutoboundCondition(int first, int last) : FilterCondition
{
    // What the kernel names a UNIX socket that asks for no name: NUL and five hexadecimal digits (unix(7)).
    private const int AutoNameLength = 6;

    // Vsock ports below are privileged (vm_sockets.h, LAST_RESERVED_PORT).
    private const uint LastReservedVsockPort = 1023;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading) => row.Family switch
    {
        SocketFamily.Unix => IsAutoName(row.UnixPath.Span),
        SocketFamily.Packet => row.InterfaceIndex == 0 && row.Protocol == 0,
        SocketFamily.Netlink => (int)row.LocalNumber < 0,
        SocketFamily.Vsock => row.LocalNumber > LastReservedVsockPort && (int)row.LocalNumber > 0,
        _ => SsEnd.Local(in row).Number is var port && port >= first && port <= last,
    };

    public override KernelCondition? ToKernel() => new KernelCondition(KernelCode.AutoBound);

    public override void AppendTo(StringBuilder text) => text.Append("autobound");

    private static bool IsAutoName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return true;
        if (name.Length != AutoNameLength || name[0] is not (0 or (byte)'@')) return false;
        foreach (byte digit in name[1..])
        {
            if (!char.IsAsciiHexDigitLower((char)digit)) return false;
        }

        return true;
    }
}
