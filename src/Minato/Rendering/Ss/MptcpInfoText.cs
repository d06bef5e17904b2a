using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What MPTCP keeps about a connection (-i); what is zero or unknown is left out.</summary>
internal sealed class MptcpInfoText(ExtraFields fields, SsRelease? release)
{
    // MPTCP_INFO_FLAG_FALLBACK and MPTCP_INFO_FLAG_REMOTE_KEY_RECEIVED (linux/mptcp.h).
    private const uint Fallback = 1;
    private const uint RemoteKeyReceived = 2;

    private readonly SsRelease _release = release ?? SsRelease.Newest;

    public void Append(in MptcpMetrics mptcp)
    {
        Number("subflows:"u8, mptcp.Subflows);
        Number("add_addr_signal:"u8, mptcp.AddAddrSignal);
        Number("add_addr_accepted:"u8, mptcp.AddAddrAccepted);
        Number("subflows_max:"u8, mptcp.SubflowsMax);
        Number("add_addr_signal_max:"u8, mptcp.AddAddrSignalMax);
        Number("add_addr_accepted_max:"u8, mptcp.AddAddrAcceptedMax);
        if ((mptcp.Flags & Fallback) != 0) fields.Start("fallback"u8);
        if ((mptcp.Flags & RemoteKeyReceived) != 0) fields.Start("remote_key"u8);
        if (mptcp.Token != 0) fields.Hex("token:"u8, mptcp.Token);
        Sequence("write_seq:"u8, mptcp.WriteSequence);
        Sequence("snd_una:"u8, mptcp.SendUnacked);
        Sequence("rcv_nxt:"u8, mptcp.ReceiveNext);
        if (_release.ShowsMptcpCounters) AppendCounters(in mptcp);
    }

    private void AppendCounters(in MptcpMetrics mptcp)
    {
        Number("local_addr_used:"u8, mptcp.LocalAddressesUsed);
        Number("local_addr_max:"u8, mptcp.LocalAddressesMax);
        Number("csum_enabled:"u8, mptcp.ChecksumEnabled);
        Number("retransmits:"u8, mptcp.Retransmits);
        Number("bytes_retrans:"u8, mptcp.BytesRetransmitted);
        Number("bytes_sent:"u8, mptcp.BytesSent);
        Number("bytes_received:"u8, mptcp.BytesReceived);
        Number("bytes_acked:"u8, mptcp.BytesAcked);
        Number("subflows_total:"u8, mptcp.SubflowsTotal);
        if (_release.ShowsMptcpLaminar) Number("endp_laminar_max:"u8, mptcp.LaminarMax);
        Number("last_data_sent:"u8, mptcp.LastDataSent);
        Number("last_data_recv:"u8, mptcp.LastDataReceived);
        Number("last_ack_recv:"u8, mptcp.LastAckReceived);
    }

    private void Number(ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is not (null or 0)) fields.Number(name, value.GetValueOrDefault());
    }

    private void Sequence(ReadOnlySpan<byte> name, ulong value)
    {
        if (value == 0) return;
        if (_release.WritesMptcpSequencesDecimal) fields.Number(name, value);
        else fields.Hex(name, value);
    }
}
