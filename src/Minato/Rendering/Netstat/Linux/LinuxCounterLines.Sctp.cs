using Show = Minato.Rendering.Netstat.Linux.LinuxCounterShow;

namespace Minato.Rendering.Netstat.Linux;

// The counters of net/sctp/snmp.
internal static partial class LinuxCounterLines
{
    private static LinuxCounterLine[] Sctp =>
    [
        new("SctpAborteds", "% Number of Aborteds ", Show.Always),
        new("SctpActiveEstabs", "% Active Associations", Show.Always),
        new("SctpChecksumErrors", "% Number of Packets with invalid Checksum", Show.Always),
        new("SctpCurrEstab", "% Current Associations", Show.Always),
        new("SctpFragUsrMsgs", "% Number of messages fragmented", Show.Always),
        new("SctpInCtrlChunks", "% Number of control chunks received", Show.Always),
        new("SctpInOrderChunks", "% Number of ordered chunks received", Show.Always),
        new("SctpInSCTPPacks", "% Number of SCTP packets received", Show.Always),
        new("SctpInUnorderChunks", "% Number of Unordered chunks received", Show.Always),
        new("SctpOutCtrlChunks", "% Number of control chunks sent", Show.Always),
        new("SctpOutOfBlues", "% Number of Out of Blue packets", Show.Always),
        new("SctpOutOrderChunks", "% Number of ordered chunks sent", Show.Always),
        new("SctpOutSCTPPacks", "% Number of SCTP packets sent", Show.Always),
        new("SctpOutUnorderChunks", "% Number of Unordered chunks sent", Show.Always),
        new("SctpPassiveEstabs", "% Passive Associations", Show.Always),
        new("SctpReasmUsrMsgs", "% Number of messages reassembled ", Show.Always),
        new("SctpShutdowns", "% Number of Graceful Terminations", Show.Always),
    ];
}
