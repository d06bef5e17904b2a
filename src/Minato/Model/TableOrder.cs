namespace Minato.Model;

/// <summary>In which order the kinds of sockets follow each other.</summary>
public enum TableOrder : byte
{
    /// <summary>UNIX, raw, UDP, TCP: as ss shows them.</summary>
    Ss,

    /// <summary>TCP, UDP, raw, UNIX: as netstat shows them.</summary>
    Netstat,
}
