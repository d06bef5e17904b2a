namespace Minato.Rendering.Ss;

/// <summary>What an ss table shows.</summary>
internal sealed class SsColumns
{
    public bool Header { get; init; } = true;

    /// <summary>The table's name, shown when more than one table was asked.</summary>
    public bool Netid { get; init; }

    /// <summary>Shown when more than one state was asked.</summary>
    public bool State { get; init; } = true;

    public bool Queues { get; init; } = true;

    public bool Process { get; init; }

    /// <summary>-o: the running timer, and with <see cref="Info"/> the options of a TCP connection.</summary>
    public bool Timer { get; init; }

    /// <summary>-e.</summary>
    public bool Details { get; init; }

    /// <summary>-m: what the socket's buffers hold.</summary>
    public bool Memory { get; init; }

    /// <summary>-i: what the protocol keeps about a connection.</summary>
    public bool Info { get; init; }

    /// <summary>--tos.</summary>
    public bool TypeOfService { get; init; }

    /// <summary>--cgroup; also part of <see cref="Details"/>.</summary>
    public bool Cgroup { get; init; }

    /// <summary>--inet-sockopt.</summary>
    public bool InetOptions { get; init; }

    /// <summary>-b: the classic BPF filter of a packet socket.</summary>
    public bool Bpf { get; init; }

    /// <summary>The maps of --bpf-map-id; null for all of them.</summary>
    public uint[]? StorageMaps { get; init; }

    /// <summary>--tipcinfo.</summary>
    public bool TipcInfo { get; init; }

    /// <summary>-T: owners by thread.</summary>
    public bool Threads { get; init; }

    /// <summary>-Z and -z: which security contexts stand beside each owner.</summary>
    public OwnerContexts Contexts { get; init; }

    /// <summary>--show-secrets: MD5 keys as they are.</summary>
    public bool Secrets { get; init; }

    /// <summary>-n: also bit rates, netlink owners and protocols in plain numbers.</summary>
    public bool Numeric { get; init; }

    /// <summary>
    /// Whether raw is the last table that gave ports their meaning: ss then takes ports of MPTCP, SCTP and DCCP for IP protocols.
    /// </summary>
    public bool PortsAsProtocols { get; init; }

    /// <summary>The release of ss to imitate byte for byte; null for Minato's own table.</summary>
    public SsRelease? Release { get; init; }

    /// <summary>How much of a foreign text is escaped.</summary>
    public Escaping Escaping => Release is null ? Escaping.Readable : Escaping.Controls;

    /// <summary>Never breaks a row into a second line.</summary>
    public bool OneLine { get; init; }

    /// <summary>Width of the terminal, or 0 for a file or pipe.</summary>
    public int TerminalWidth { get; init; }
}

/// <summary>Which security contexts an owner is shown with.</summary>
internal enum OwnerContexts : byte
{
    None,

    /// <summary>-Z.</summary>
    Process,

    /// <summary>-z.</summary>
    ProcessAndSocket,
}
