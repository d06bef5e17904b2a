using System.Collections.Generic;

namespace Minato.Tests.Abi;

/// <summary>An integer of a kernel header: <paramref name="Kernel"/> is the first release that has it.</summary>
internal sealed record NewerFact(string Header, string Expression, decimal Value, string Kernel);

/// <summary>
/// What our layouts and constants have that the headers of a supported build machine (Debian 12: Linux 6.1) lack. It is
/// copied from that kernel's own header, and used only where the installed header does not know the name.
/// </summary>
internal static class NewerFacts
{
    public static IReadOnlyList<NewerFact> All { get; } =
    [
        new("linux/bpf.h", "BPF_JCOND", 0xE0, "6.9"),
        new("linux/bpf.h", "BPF_MAY_GOTO", 0, "6.9"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_rcv_wnd", 232, 4, "6.2"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_rehash", 236, 4, "6.2"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_total_rto", 240, 2, "6.7"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_total_rto_recoveries", 242, 2, "6.7"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_total_rto_time", 244, 4, "6.7"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_received_ce", 248, 4, "6.18"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_delivered_e1_bytes", 252, 4, "6.18"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_delivered_e0_bytes", 256, 4, "6.18"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_delivered_ce_bytes", 260, 4, "6.18"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_received_e1_bytes", 264, 4, "6.18"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_received_e0_bytes", 268, 4, "6.18"),
        .. Field("linux/tcp.h", "struct tcp_info", "tcpi_received_ce_bytes", 272, 4, "6.18"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_retransmits", 44, 4, "6.5"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_bytes_retrans", 48, 8, "6.5"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_bytes_sent", 56, 8, "6.5"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_bytes_received", 64, 8, "6.5"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_bytes_acked", 72, 8, "6.5"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_subflows_total", 80, 1, "6.8"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_endp_laminar_max", 81, 1, "6.18"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_endp_fullmesh_max", 82, 1, "6.19"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_last_data_sent", 84, 4, "6.10"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_last_data_recv", 88, 4, "6.10"),
        .. Field("linux/mptcp.h", "struct mptcp_info", "mptcpi_last_ack_recv", 92, 4, "6.10"),
    ];

    private static NewerFact[] Field(string header, string cType, string name, int offset, int size, string kernel) =>
    [
        new(header, $"offsetof({cType}, {name})", offset, kernel),
        new(header, $"sizeof((({cType} *)0)->{name})", size, kernel),
    ];
}
