using System;

namespace Minato.Model;

/// <summary>What kind of socket it is.</summary>
public enum Transport : byte
{
    /// <summary>TCP (RFC 9293).</summary>
    Tcp,

    /// <summary>UDP (RFC 768).</summary>
    Udp,

    /// <summary>A raw IP socket; its port is the IP protocol number.</summary>
    Raw,

    /// <summary>UNIX stream socket.</summary>
    UnixStream,

    /// <summary>UNIX datagram socket.</summary>
    UnixDatagram,

    /// <summary>UNIX sequenced-packet socket.</summary>
    UnixSeqPacket,
}

/// <summary>A set of transports.</summary>
[Flags]
public enum Transports
{
    /// <summary>No transport.</summary>
    None = 0,

    /// <summary>TCP.</summary>
    Tcp = 1 << Transport.Tcp,

    /// <summary>UDP.</summary>
    Udp = 1 << Transport.Udp,

    /// <summary>Raw IP.</summary>
    Raw = 1 << Transport.Raw,

    /// <summary>UNIX stream.</summary>
    UnixStream = 1 << Transport.UnixStream,

    /// <summary>UNIX datagram.</summary>
    UnixDatagram = 1 << Transport.UnixDatagram,

    /// <summary>UNIX sequenced packet.</summary>
    UnixSeqPacket = 1 << Transport.UnixSeqPacket,

    /// <summary>The internet transports.</summary>
    Inet = Tcp | Udp | Raw,

    /// <summary>All kinds of UNIX socket.</summary>
    Unix = UnixStream | UnixDatagram | UnixSeqPacket,

    /// <summary>Everything this version can list.</summary>
    All = Inet | Unix,
}
