using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns <c>struct mptcp_info</c> (linux/mptcp.h) into metrics, by the steps in which kernels appended to it.</summary>
internal static class MptcpInfoDecoder
{
    /// <summary>False for less than the oldest kernel's struct.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, ref MptcpMetrics metrics)
    {
        if (value.Length < MptcpInfo.FirstSize) return false;

        metrics = default;
        MptcpInfo info = default;
        value[..Math.Min(value.Length, Unsafe.SizeOf<MptcpInfo>())].CopyTo(MemoryMarshal.AsBytes(new Span<MptcpInfo>(ref info)));
        metrics.Subflows = info.mptcpi_subflows;
        metrics.AddAddrSignal = info.mptcpi_add_addr_signal;
        metrics.AddAddrAccepted = info.mptcpi_add_addr_accepted;
        metrics.SubflowsMax = info.mptcpi_subflows_max;
        metrics.AddAddrSignalMax = info.mptcpi_add_addr_signal_max;
        metrics.AddAddrAcceptedMax = info.mptcpi_add_addr_accepted_max;
        metrics.Flags = info.mptcpi_flags;
        metrics.Token = info.mptcpi_token;
        metrics.WriteSequence = info.mptcpi_write_seq;
        metrics.SendUnacked = info.mptcpi_snd_una;
        metrics.ReceiveNext = info.mptcpi_rcv_nxt;
        DecodeAppended(in info, value.Length, ref metrics);
        return true;
    }

    // The lengths are the sizes of the struct of Linux 5.16, 6.5, 6.8 and 6.10; the last has filled holes since.
    private static void DecodeAppended(in MptcpInfo info, int length, ref MptcpMetrics metrics)
    {
        if (length < 48) return;
        metrics.LocalAddressesUsed = info.mptcpi_local_addr_used;
        metrics.LocalAddressesMax = info.mptcpi_local_addr_max;
        metrics.ChecksumEnabled = info.mptcpi_csum_enabled;

        if (length < 80) return;
        metrics.Retransmits = info.mptcpi_retransmits;
        metrics.BytesRetransmitted = info.mptcpi_bytes_retrans;
        metrics.BytesSent = info.mptcpi_bytes_sent;
        metrics.BytesReceived = info.mptcpi_bytes_received;
        metrics.BytesAcked = info.mptcpi_bytes_acked;

        if (length < 88) return;
        metrics.SubflowsTotal = info.mptcpi_subflows_total;

        if (length < 96) return;
        metrics.LastDataSent = info.mptcpi_last_data_sent;
        metrics.LastDataReceived = info.mptcpi_last_data_recv;
        metrics.LastAckReceived = info.mptcpi_last_ack_recv;
        metrics.LaminarMax = info.mptcpi_endp_laminar_max;
        metrics.FullMeshMax = info.mptcpi_endp_fullmesh_max;
    }
}
