using System;
using System.Text;

namespace Minato.Rendering.Netstat.Linux;

/// <summary>
/// The counters that net-tools 2.10 knows. It prints every other one as the kernel calls it. The lists are made when they are
/// asked for: as static fields they would be part of every start, -s or not (BENCH tln-empty).
/// </summary>
internal static partial class LinuxCounterLines
{
    /// <summary>The lines of a group; false for one that net-tools does not know.</summary>
    /// <param name="group">The group, as the kernel calls it.</param>
    /// <param name="lines">What is printed for its counters.</param>
    /// <param name="kind">What must have been asked for it to be printed.</param>
    public static bool TryFind(ReadOnlySpan<byte> group, out ReadOnlySpan<LinuxCounterLine> lines, out LinuxCounterKinds kind)
    {
        (LinuxCounterLine[]? Lines, LinuxCounterKinds Kind) found = group switch
        {
            _ when group.SequenceEqual("Ip"u8) => (Ip, LinuxCounterKinds.Raw),
            _ when group.SequenceEqual("Icmp"u8) => (Icmp, LinuxCounterKinds.Raw),
            _ when group.SequenceEqual("Tcp"u8) => (Tcp, LinuxCounterKinds.Tcp),
            _ when group.SequenceEqual("Udp"u8) => (Udp, LinuxCounterKinds.Udp),
            _ when group.SequenceEqual("TcpExt"u8) => (TcpExt, LinuxCounterKinds.Tcp),
            _ when group.SequenceEqual("Sctp"u8) => (Sctp, LinuxCounterKinds.Sctp),
            _ when group.SequenceEqual("Ip6"u8) => (Ip6, LinuxCounterKinds.Raw),
            _ when group.SequenceEqual("Icmp6"u8) => (Icmp6, LinuxCounterKinds.Raw),
            _ when group.SequenceEqual("Tcp6"u8) => ([], LinuxCounterKinds.Tcp),
            _ when group.SequenceEqual("Udp6"u8) => (Udp6, LinuxCounterKinds.Udp),
            _ => (null, LinuxCounterKinds.All),
        };
        lines = found.Lines;
        kind = found.Kind;
        return found.Lines is not null;
    }

    /// <summary>The line of a counter, from <paramref name="next"/> on, where it lies when the kernel's order is ours.</summary>
    public static bool TryFind(ReadOnlySpan<LinuxCounterLine> lines, ReadOnlySpan<byte> name, ref int next, out LinuxCounterLine line)
    {
        for (int tried = 0; tried < lines.Length; tried++)
        {
            int at = (next + tried) % lines.Length;
            if (lines[at].Name.Length != name.Length || !Ascii.Equals(name, lines[at].Name)) continue;
            next = at + 1;
            line = lines[at];
            return true;
        }

        line = default;
        return false;
    }
}
