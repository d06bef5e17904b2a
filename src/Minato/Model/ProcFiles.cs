using System;

namespace Minato.Model;

/// <summary>A table of /proc that can be read from another file.</summary>
internal enum ProcFile : byte
{
    Tcp,
    Tcp6,
    Udp,
    Udp6,
    Raw,
    Raw6,
    Unix,
    Packet,
    Netlink,
    Mptcp,
    Sctp,
    Dccp,
    SockStat,
    SockStat6,
    Snmp,
    LocalPortRange,
}

/// <summary>Which tables of /proc are to be read instead of asking the kernel, and from where.</summary>
/// <param name="find">
/// Tells of a table that was not set: asked when the table is, because sixteen variables read at every start are a
/// hundredth of it (BENCH tln-empty).
/// </param>
internal sealed class ProcFiles(Func<ProcFile, string?>? find = null)
{
    // Enum.GetValues would bring reflection to every start.
    private readonly string?[] _paths = new string?[(int)ProcFile.LocalPortRange + 1];

    /// <summary>None: the kernel is asked first.</summary>
    public static ProcFiles None { get; } = new();

    /// <summary>The file to read for a table; null is the one below the root of /proc.</summary>
    public string? this[ProcFile file]
    {
        get => _paths[(int)file] ?? find?.Invoke(file);
        set => _paths[(int)file] = value;
    }

    /// <summary>Whether a root was named: then every table is read below it.</summary>
    public bool HasRoot { get; init; }

    /// <summary>Whether files are read with ss's own misreadings and in its order, for who wants its bytes.</summary>
    public bool ReadsAsSs => UnixRowsKept > 0;

    /// <summary>How many UNIX rows ss sorts at a time; 0 for who does not want its bytes.</summary>
    public int UnixRowsKept { get; init; }

    /// <summary>
    /// The internet families to read where files answer; none is what was asked. ss asks the kernel for the last of
    /// <c>-4 -6</c> and reads the files of both.
    /// </summary>
    public IpFamilies Families { get; init; }

    /// <summary>Whether the table is to be read from a file, as ss decides it: of a pair the IPv4 file speaks for both.</summary>
    public bool Forces(ProcFile file) => HasRoot || this[file] is not null;
}
