using System;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns the nested attributes of a protocol over TCP (linux/inet_diag.h, <c>INET_ULP_INFO_*</c>) into what it tells.</summary>
internal static class UpperLayerDecoder
{
    /// <summary>False when the nest is damaged.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, ref UpperLayer layer)
    {
        layer = default;
        AttributeReader reader = new(value);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case InetDiag.INET_ULP_INFO_NAME:
                    layer.LayerName.Set(reader.Value);
                    break;
                case InetDiag.INET_ULP_INFO_TLS:
                    if (!TryDecodeTls(reader.Value, out TlsMetrics tls)) return false;
                    layer.Tls = tls;
                    break;
                case InetDiag.INET_ULP_INFO_MPTCP:
                    if (!TryDecodeSubflow(reader.Value, out MptcpSubflow subflow)) return false;
                    layer.Subflow = subflow;
                    break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }

    private static bool TryDecodeTls(ReadOnlySpan<byte> value, out TlsMetrics tls)
    {
        tls = default;
        AttributeReader reader = new(value);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case TlsInfo.TLS_INFO_VERSION when reader.TryStruct(out ushort version): tls.Version = version; break;
                case TlsInfo.TLS_INFO_CIPHER when reader.TryStruct(out ushort cipher): tls.Cipher = cipher; break;
                case TlsInfo.TLS_INFO_TXCONF when reader.TryStruct(out ushort mode): tls.SendMode = mode; break;
                case TlsInfo.TLS_INFO_RXCONF when reader.TryStruct(out ushort mode): tls.ReceiveMode = mode; break;

                // These two say yes by being there.
                case TlsInfo.TLS_INFO_ZC_RO_TX: tls.ZeroCopySend = true; break;
                case TlsInfo.TLS_INFO_RX_NO_PAD: tls.ExpectsNoPadding = true; break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }

    private static bool TryDecodeSubflow(ReadOnlySpan<byte> value, out MptcpSubflow subflow)
    {
        subflow = default;
        AttributeReader reader = new(value);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_TOKEN_REM when reader.TryUInt32(out uint token): subflow.RemoteToken = token; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_TOKEN_LOC when reader.TryUInt32(out uint token): subflow.LocalToken = token; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_MAP_SEQ when reader.TryUInt64(out ulong sequence): subflow.MapSequence = sequence; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_MAP_SFSEQ when reader.TryUInt32(out uint sequence): subflow.MapSubflowSequence = sequence; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_SSN_OFFSET when reader.TryUInt32(out uint offset): subflow.SequenceOffset = offset; break;

                // Linux sends 16 bits; ss reads 32.
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_MAP_DATALEN when reader.TryUInt32(out uint length): subflow.MapDataLength = length; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_MAP_DATALEN when reader.TryStruct(out ushort length): subflow.MapDataLength = length; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_FLAGS when reader.TryUInt32(out uint flags): subflow.Flags = flags; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_ID_REM when reader.TryByte(out byte id): subflow.RemoteId = id; break;
                case MptcpSubflowAttribute.MPTCP_SUBFLOW_ATTR_ID_LOC when reader.TryByte(out byte id): subflow.LocalId = id; break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }
}
