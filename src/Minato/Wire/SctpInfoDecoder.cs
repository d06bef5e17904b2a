using System;
using System.Runtime.InteropServices;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns what SCTP tells (linux/sctp.h, <c>struct sctp_info</c>, and lists of addresses) into metrics.</summary>
internal static class SctpInfoDecoder
{
    // Where addresses begin in struct sockaddr_in and sockaddr_in6 (netinet/in.h).
    private const int V4Address = 4;
    private const int V6Address = 8;

    /// <summary>False for less than the struct, which no kernel has changed.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, ref SctpMetrics metrics)
    {
        if (!MemoryMarshal.TryRead(value, out SctpInfo info)) return false;
        metrics.Tag = info.sctpi_tag;
        metrics.State = info.sctpi_state;
        metrics.ReceiveWindow = info.sctpi_rwnd;
        metrics.UnackedChunks = info.sctpi_unackdata;
        metrics.PendingChunks = info.sctpi_penddata;
        metrics.InStreams = info.sctpi_instrms;
        metrics.OutStreams = info.sctpi_outstrms;
        metrics.FragmentationPoint = info.sctpi_fragmentation_point;
        metrics.InQueue = info.sctpi_inqueue;
        metrics.OutQueue = info.sctpi_outqueue;
        metrics.OverallErrors = info.sctpi_overall_error;
        metrics.MaxBurst = info.sctpi_max_burst;
        metrics.MaxSegment = info.sctpi_maxseg;
        metrics.PeerReceiveWindow = info.sctpi_peer_rwnd;
        metrics.PeerTag = info.sctpi_peer_tag;
        metrics.PeerCapable = info.sctpi_peer_capable;
        metrics.PeerSack = info.sctpi_peer_sack;
        metrics.AutoClose = info.sctpi_s_autoclose;
        metrics.AdaptationIndication = info.sctpi_s_adaptation_ind;
        metrics.PartialDeliveryPoint = info.sctpi_s_pd_point;
        metrics.NoDelay = info.sctpi_s_nodelay;
        metrics.DisableFragments = info.sctpi_s_disable_fragments;
        metrics.V4Mapped = info.sctpi_s_v4mapped;
        metrics.FragmentInterleave = info.sctpi_s_frag_interleave;
        return true;
    }

    /// <summary>Fills the list with the addresses that are whole and of a known family.</summary>
    public static void DecodeAddresses(ReadOnlySpan<byte> value, ref DetailList<IpAddr> addresses)
    {
        addresses.Clear();
        for (; value.Length >= SockAddrStorage.Size; value = value[SockAddrStorage.Size..])
        {
            ushort family = MemoryMarshal.Read<ushort>(value);
            if (family == SocketConstants.AF_INET) addresses.Add() = IpAddr.FromBytes(value.Slice(V4Address, sizeof(uint)));
            else if (family == SocketConstants.AF_INET6) addresses.Add() = IpAddr.FromBytes(value.Slice(V6Address, 2 * sizeof(ulong)));
        }
    }
}
