using System;

namespace Minato.Rendering.Netstat;

/// <summary>How a dialect writes an address and its port.</summary>
internal sealed class AddressForm
{
    /// <summary>What stands between host and port.</summary>
    public byte Separator { get; init; } = (byte)':';

    /// <summary>Whether IPv6 addresses stand in brackets.</summary>
    public bool HasBrackets { get; init; }

    /// <summary>Whether any address is <c>*</c> instead of its zeros.</summary>
    public bool HasStarForAny { get; init; }

    /// <summary>Whether no port is <c>0</c> instead of <c>*</c>.</summary>
    public bool HasZeroForNone { get; init; }

    /// <summary>Whether a UDP socket's other end is <c>*:*</c> whatever it is connected to.</summary>
    public bool HidesUdpPeer { get; init; }

    /// <summary>How a link-local address names its interface.</summary>
    public ScopeForm Scope { get; init; }

    /// <summary>Whether hosts are shown by name.</summary>
    public bool HostNames { get; init; }

    /// <summary>Whether names are for the other end alone: Windows keeps this machine's in numbers.</summary>
    public bool NamesPeerAlone { get; init; }

    /// <summary>Whether a host's name ends at its first dot.</summary>
    public bool HasShortNames { get; init; }

    /// <summary>What stands for any address at the other end of a TCP socket where hosts have names: on Windows this machine's name. Empty is the number.</summary>
    public ReadOnlyMemory<byte> NameOfAny { get; init; }

    /// <summary>Whether net-tools' IPv6 wildcard is in brackets where hosts have names.</summary>
    public bool BracketsNamedAny { get; init; }

    /// <summary>How many characters host and port may have together, the host giving way; 0 is no limit.</summary>
    public int PairRoom { get; init; }

    /// <summary>How many characters of a host are shown; 0 is all.</summary>
    public int HostRoom { get; init; }

    /// <summary>The same where the port has a name.</summary>
    public int HostRoomOfNamedPort { get; init; }

    /// <summary>Whether a raw socket's number is no port.</summary>
    public bool HidesRawPort { get; init; }
}

/// <summary>How a link-local address names its interface.</summary>
internal enum ScopeForm : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By number: <c>fe80::1%9</c>.</summary>
    Index,

    /// <summary>By name: <c>fe80::1%lo0</c>.</summary>
    Name,
}
