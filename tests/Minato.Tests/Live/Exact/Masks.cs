using System;
using System.Text;
using System.Text.RegularExpressions;

namespace Minato.Tests.Live.Exact;

/// <summary>
/// What may differ between two runs a few milliseconds apart. Each character of it becomes a '#', so that widths are still
/// compared. Process ids, inodes, cookies and ports stand: the sockets are the same ones for all who look.
/// </summary>
internal static partial class Masks
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The one list; the group named <c>moves</c> is what is covered.</summary>
    private static readonly Regex[] All = [Timer(), Age(), Busy(), Used(), NetstatTimer()];

    public static byte[] Cover(byte[] output)
    {
        // One character a byte, so that no byte is lost on the way.
        string text = AskersOwn().Replace(Encoding.Latin1.GetString(output), "");
        foreach (Regex mask in All)
        {
            text = mask.Replace(text, match =>
            {
                Group moves = match.Groups["moves"];
                int start = moves.Index - match.Index;
                return string.Concat(
                    match.Value.AsSpan(0, start), new string('#', moves.Length), match.Value.AsSpan(start + moves.Length));
            });
        }

        return Encoding.Latin1.GetBytes(text);
    }

    /// <summary>How long until a timer fires, whatever its unit.</summary>
    [GeneratedRegex(@"timer:\([a-z]+,(?<moves>[0-9a-z.]+),", Options)]
    private static partial Regex Timer();

    /// <summary>
    /// The same in netstat, with how often it has fired: of half-open connections /proc counts what ran out, and sock_diag
    /// what was sent again.
    /// </summary>
    [GeneratedRegex(@" (on|keepalive|timewait|probe) \((?<moves>[0-9.]+/[0-9]+/[0-9]+)\)", Options)]
    private static partial Regex NetstatTimer();

    /// <summary>Milliseconds since something happened.</summary>
    [GeneratedRegex(@" last(snd|rcv|ack|_data_sent|_data_recv|_ack_recv):(?<moves>[0-9]+)", Options)]
    private static partial Regex Age();

    /// <summary>Milliseconds that a connection with unacknowledged bytes has spent so.</summary>
    [GeneratedRegex(@" (busy|rwnd_limited|sndbuf_limited):(?<moves>[0-9]+)ms", Options)]
    private static partial Regex Busy();

    /// <summary>A socket is counted until the kernel has done away with it, which is after the program that had it.</summary>
    [GeneratedRegex(@"^Total: (?<moves>[0-9]+)$", Options | RegexOptions.Multiline)]
    private static partial Regex Used();

    /// <summary>
    /// The netlink sockets of the program that asks: its number is another each time, and how much waits in them is its
    /// own affair. The scene's own ports have seven digits.
    /// </summary>
    [GeneratedRegex(@"^(nl +)?(UNCONN +)?([0-9]+ +[0-9]+ +)?(rtnl|tcpdiag|0|4):(ss/)?[1-9][0-9]{0,5} .*\n", Options | RegexOptions.Multiline)]
    private static partial Regex AskersOwn();
}
