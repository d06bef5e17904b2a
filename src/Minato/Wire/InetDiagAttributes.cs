using System;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>The attributes behind <c>struct inet_diag_msg</c> (linux/inet_diag.h, <c>INET_DIAG_*</c>).</summary>
internal static class InetDiagAttributes
{
    /// <summary>Reads what there is into the row, and into its details when it has some. False when the attributes are damaged.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> attributes, SocketDetails? details, ref SocketEntry entry)
    {
        AttributeReader reader = new(attributes);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case InetDiag.INET_DIAG_SHUTDOWN when reader.TryByte(out byte shutdown):
                    entry.Shutdown = shutdown;
                    entry.Known |= SocketFields.Shutdown;
                    break;
                case InetDiag.INET_DIAG_SKV6ONLY when reader.TryByte(out byte v6Only):
                    entry.V6Only = v6Only != 0;
                    entry.Known |= SocketFields.V6Only;
                    break;
                case InetDiag.INET_DIAG_MARK when reader.TryUInt32(out uint mark):
                    entry.Mark = mark;
                    entry.Known |= SocketFields.Mark;
                    break;
                case InetDiag.INET_DIAG_CGROUP_ID when reader.TryUInt64(out ulong cgroup):
                    entry.CgroupId = cgroup;
                    entry.Known |= SocketFields.Cgroup;
                    break;
                case InetDiag.INET_DIAG_PROTOCOL when reader.TryByte(out byte protocol):
                    entry.Protocol = protocol;
                    break;
                default:
                    if (details is not null && !TryDecodeDetail(in reader, details, entry.Transport)) return false;
                    break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }

    private static bool TryDecodeDetail(in AttributeReader reader, SocketDetails details, Transport transport)
    {
        switch (reader.Type)
        {
            case InetDiag.INET_DIAG_INFO:
                DecodeInfo(reader.Value, details, transport);
                break;
            case InetDiag.INET_DIAG_CONG:
                details.CongestionPart.Set(reader.Value);
                details.Known |= DetailParts.Congestion;
                break;
            case InetDiag.INET_DIAG_SKMEMINFO when SocketMemoryDecoder.TryDecode(reader.Value, out SocketMemory memory):
                details.Memory = memory;
                details.Known |= DetailParts.Memory;
                break;
            case InetDiag.INET_DIAG_MEMINFO when reader.TryStruct(out InetDiagMemInfo old):
                details.OldMemory = new OldSocketMemory(old.idiag_rmem, old.idiag_wmem, old.idiag_fmem, old.idiag_tmem);
                details.Known |= DetailParts.OldMemory;
                break;
            case InetDiag.INET_DIAG_SOCKOPT when reader.TryStruct(out ushort options):
                details.InetOptions = (InetSocketOptions)options;
                details.Known |= DetailParts.InetOptions;
                break;
            case InetDiag.INET_DIAG_TOS when reader.TryByte(out byte tos):
                details.TypeOfService = tos;
                details.Known |= DetailParts.TypeOfService;
                break;
            case InetDiag.INET_DIAG_TCLASS when reader.TryByte(out byte trafficClass):
                details.TrafficClass = trafficClass;
                details.Known |= DetailParts.TrafficClass;
                break;
            case InetDiag.INET_DIAG_CLASS_ID when reader.TryUInt32(out uint classId):
                details.ClassId = classId;
                details.Known |= DetailParts.ClassId;
                break;
            case InetDiag.INET_DIAG_BBRINFO when CongestionInfoDecoder.TryDecode(reader.Value, ref details.BbrPart):
                details.Known |= DetailParts.Bbr;
                break;
            case InetDiag.INET_DIAG_DCTCPINFO when CongestionInfoDecoder.TryDecode(reader.Value, ref details.DctcpPart):
                details.Known |= DetailParts.Dctcp;
                break;
            case InetDiag.INET_DIAG_VEGASINFO when CongestionInfoDecoder.TryDecode(reader.Value, ref details.VegasPart):
                details.Known |= DetailParts.Vegas;
                break;
            case InetDiag.INET_DIAG_MD5SIG:
                Md5KeyDecoder.Decode(reader.Value, ref details.Md5Part);
                details.Known |= DetailParts.Md5Keys;
                break;
            case InetDiag.INET_DIAG_ULP_INFO:
                if (!UpperLayerDecoder.TryDecode(reader.Value, ref details.UpperLayerPart)) return false;
                details.Known |= DetailParts.UpperLayer;
                break;
            case InetDiag.INET_DIAG_SK_BPF_STORAGES:
                return SkStorageDecoder.TryDecode(reader.Value, details);
            case InetDiag.INET_DIAG_LOCALS:
                SctpInfoDecoder.DecodeAddresses(reader.Value, ref details.SctpLocalsPart);
                details.Known |= DetailParts.SctpLocals;
                break;
            case InetDiag.INET_DIAG_PEERS:
                SctpInfoDecoder.DecodeAddresses(reader.Value, ref details.SctpPeersPart);
                details.Known |= DetailParts.SctpPeers;
                break;
        }

        return true;
    }

    // Each protocol tells a struct of its own under the same number.
    private static void DecodeInfo(ReadOnlySpan<byte> value, SocketDetails details, Transport transport)
    {
        switch (transport)
        {
            case Transport.Tcp when TcpInfoDecoder.TryDecode(value, ref details.TcpPart):
                details.Known |= DetailParts.Tcp;
                break;
            case Transport.Mptcp when MptcpInfoDecoder.TryDecode(value, ref details.MptcpPart):
                details.Known |= DetailParts.Mptcp;
                break;
            case Transport.Sctp when SctpInfoDecoder.TryDecode(value, ref details.SctpPart):
                details.Known |= DetailParts.Sctp;
                break;
        }
    }
}
