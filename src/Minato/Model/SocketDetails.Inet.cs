using System;

namespace Minato.Model;

/// <content>What internet sockets have.</content>
public sealed partial class SocketDetails
{
    internal TcpMetrics TcpPart;
    internal ShortName CongestionPart;
    internal VegasMetrics VegasPart;
    internal DctcpMetrics DctcpPart;
    internal BbrMetrics BbrPart;
    internal UpperLayer UpperLayerPart;
    internal MptcpMetrics MptcpPart;
    internal SctpMetrics SctpPart;
    internal ProcNetTcp ProcNetPart;
    internal DetailList<byte> ProcNetOptions;
    internal DetailList<StoredValue> StoragePart;
    internal DetailList<byte> StorageBytes;
    internal DetailList<Md5Key> Md5Part;
    internal DetailList<IpAddr> SctpLocalsPart;
    internal DetailList<IpAddr> SctpPeersPart;

    /// <summary>Metrics of a TCP connection.</summary>
    public ref readonly TcpMetrics Tcp => ref TcpPart;

    /// <summary>Name of the congestion control.</summary>
    public ref readonly ShortName Congestion => ref CongestionPart;

    /// <summary>What Vegas keeps.</summary>
    public ref readonly VegasMetrics Vegas => ref VegasPart;

    /// <summary>What DCTCP keeps.</summary>
    public ref readonly DctcpMetrics Dctcp => ref DctcpPart;

    /// <summary>What BBR keeps.</summary>
    public ref readonly BbrMetrics Bbr => ref BbrPart;

    /// <summary>The older, shorter account of what the buffers hold.</summary>
    public OldSocketMemory OldMemory { get; internal set; }

    /// <summary>Type of service (IP_TOS).</summary>
    public byte TypeOfService { get; internal set; }

    /// <summary>IPv6 traffic class (IPV6_TCLASS).</summary>
    public byte TrafficClass { get; internal set; }

    /// <summary>Class id of the control group (net_cls), or the priority (SO_PRIORITY).</summary>
    public uint ClassId { get; internal set; }

    /// <summary>Options that are set.</summary>
    public InetSocketOptions InetOptions { get; internal set; }

    /// <summary>The upper layer protocol over TCP.</summary>
    public ref readonly UpperLayer UpperLayer => ref UpperLayerPart;

    /// <summary>Keys of TCP MD5 signatures. Secrets.</summary>
    public ReadOnlySpan<Md5Key> Md5Keys => Md5Part.Span;

    /// <summary>Metrics of an MPTCP connection.</summary>
    public ref readonly MptcpMetrics Mptcp => ref MptcpPart;

    /// <summary>Metrics of an SCTP association.</summary>
    public ref readonly SctpMetrics Sctp => ref SctpPart;

    /// <summary>Local addresses of an SCTP association.</summary>
    public ReadOnlySpan<IpAddr> SctpLocals => SctpLocalsPart.Span;

    /// <summary>Peer addresses of an SCTP association.</summary>
    public ReadOnlySpan<IpAddr> SctpPeers => SctpPeersPart.Span;

    internal void SetProcNet(in ProcNetTcp beside, ReadOnlySpan<byte> options)
    {
        ProcNetPart = beside;
        ProcNetOptions.Clear();
        foreach (byte value in options) ProcNetOptions.Add() = value;
        Known |= DetailParts.ProcNet;
    }

    private void DetachLists()
    {
        ProcNetOptions.Detach();
        Md5Part.Detach();
        StoragePart.Detach();
        StorageBytes.Detach();
        SctpLocalsPart.Detach();
        SctpPeersPart.Detach();
    }

    internal void AddStorage(uint map, ReadOnlySpan<byte> value, int skew)
    {
        StoragePart.Add() = new StoredValue(map, StorageBytes.Span.Length, value.Length, skew);
        foreach (byte part in value) StorageBytes.Add() = part;
        Known |= DetailParts.Storage;
    }
}
