using System;

namespace Minato.Rendering.Ss;

/// <summary>
/// What one release of ss does otherwise than its neighbours: the only place that knows. Each property names the change
/// of iproute2 behind it; nothing else in the program compares versions.
/// </summary>
internal sealed record SsRelease(string Name)
{
    /// <summary>Debian 12's.</summary>
    public static SsRelease V6_1 { get; } = new("6.1");

    /// <summary>Debian 13's.</summary>
    public static SsRelease V6_15 { get; } = V6_1 with
    {
        Name = "6.15",
        NamesCfm = true,
        ChecksPacketTypes = true,
        HasUnsignedInodes = true,
        HidesUnaskedProcess = true,
        ListsBoundInactive = true,
        MendsMd5Keys = true,
        HasNoQueues = true,
        HasBpfMaps = true,
        MendsTimerSeconds = true,
        ReadsColumnsVariable = true,
        ShowsUsecTimestamps = true,
        ShowsReceiveWindow = true,
        ShowsTlsNoPadding = true,
        ShowsMptcpCounters = true,
        WritesMptcpSequencesDecimal = true,
        WritesSubflowSequencesDecimal = true,
    };

    /// <summary>The newest that this version of Minato knows.</summary>
    public static SsRelease V7_3 { get; } = V6_15 with
    {
        Name = "7.3",
        UnixRowsKept = 1660,
        EndsCharacters = true,
        DropsTrailingBlanks = true,
        EscapesNames = true,
        NamesDelayedAck = true,
        DropsDccp = true,
        ShowsMptcpLaminar = true,
    };

    /// <summary>What --exact means without a release.</summary>
    public static SsRelease Newest => V7_3;

    /// <summary>Packet sockets of the protocol CFM are not a number (6.5, 5295b8f3).</summary>
    public bool NamesCfm { get; init; }

    /// <summary>Packet sockets that /proc tells of are listed by type, not all (6.5, 92e9915c).</summary>
    public bool ChecksPacketTypes { get; init; }

    /// <summary>
    /// How many UNIX sockets of /proc are sorted at a time: a mebibyte of ss's rows and one, and its row has grown from 624
    /// bytes to 632 (7.0 or later, measured).
    /// </summary>
    public int UnixRowsKept { get; init; } = 1681;

    /// <summary>The NUL that ends characters in a BPF program's value is written (libbpf 1.6, seen with 7.3).</summary>
    public bool EndsCharacters { get; init; }

    /// <summary>Inodes of UNIX sockets above 2^31 are not negative (6.6, e12d0c92).</summary>
    public bool HasUnsignedInodes { get; init; }

    /// <summary>The Process column is there only with -p (6.8, 84c45b8a).</summary>
    public bool HidesUnaskedProcess { get; init; }

    /// <summary>-a also lists TCP sockets that are bound but idle, and what is connected has the newer SYN-RECEIVED too (6.8, ae447da6).</summary>
    public bool ListsBoundInactive { get; init; }

    /// <summary>MD5 keys stand in the row that has them, not before the table (6.8, 857a3289).</summary>
    public bool MendsMd5Keys { get; init; }

    /// <summary>-Q exists (6.9, fbf0acb9).</summary>
    public bool HasNoQueues { get; init; }

    /// <summary>Fractions of a second in a timer are called seconds, not milliseconds (6.11, 3e807112).</summary>
    public bool MendsTimerSeconds { get; init; }

    /// <summary>COLUMNS gives the width where there is no terminal (6.11, 900162c0).</summary>
    public bool ReadsColumnsVariable { get; init; }

    /// <summary>No blanks at the end of a line that does not go to a terminal (7.0, 218757a8).</summary>
    public bool DropsTrailingBlanks { get; init; }

    /// <summary>Control bytes of a command name are escaped (7.0, bb647e93).</summary>
    public bool EscapesNames { get; init; }

    /// <summary>The timer of a delayed acknowledgement has a name (7.1, 37c010d5).</summary>
    public bool NamesDelayedAck { get; init; }

    /// <summary>-i tells that timestamps count microseconds (6.8, 467879b4).</summary>
    public bool ShowsUsecTimestamps { get; init; }

    /// <summary>-i tells the announced window and the changes of path (6.6, ef335508).</summary>
    public bool ShowsReceiveWindow { get; init; }

    /// <summary>-i tells that a TLS connection expects no padding (6.5, 109ddfb4).</summary>
    public bool ShowsTlsNoPadding { get; init; }

    /// <summary>-i of MPTCP has what the kernel counts (6.5, 505c65aa; 6.8, b6df01d1; 6.10, c7864053).</summary>
    public bool ShowsMptcpCounters { get; init; }

    /// <summary>Sequence numbers of an MPTCP connection are decimal (6.5, cfa70237).</summary>
    public bool WritesMptcpSequencesDecimal { get; init; }

    /// <summary>Sequence numbers of an MPTCP path are decimal (6.14, e3f9681d).</summary>
    public bool WritesSubflowSequencesDecimal { get; init; }

    /// <summary>-i of MPTCP has the limit of addresses for paths of any kind (6.19, 2ee7ec0d).</summary>
    public bool ShowsMptcpLaminar { get; init; }

    /// <summary>--bpf-maps and --bpf-map-id exist (6.9, 8740ca9d).</summary>
    public bool HasBpfMaps { get; init; }

    /// <summary>DCCP is gone, its option and table with it (7.3; Linux dropped it in 6.16).</summary>
    public bool DropsDccp { get; init; }

    /// <summary>The whole version, as -V prints it.</summary>
    public string Version => Name + ".0";

    /// <summary>
    /// The release whose output another version's is nearest to. The tables changed at 6.8 (Process, bound sockets) and at
    /// 7.0 (trailing blanks, escaping), so those are the limits, not the numbers of the known releases.
    /// </summary>
    public static SsRelease Nearest(int major, int minor) => (major, minor) switch
    {
        ( >= 7, _) => V7_3,
        (6, >= 8) => V6_15,
        _ => V6_1,
    };

    /// <summary>The release of that name (6.1, 6.15, 7.3), or null.</summary>
    public static SsRelease? Find(ReadOnlySpan<char> name) => name switch
    {
        "6.1" => V6_1,
        "6.15" => V6_15,
        "7.3" => V7_3,
        _ => null,
    };
}
