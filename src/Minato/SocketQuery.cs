using Minato.Filter;
using Minato.Model;

namespace Minato;

/// <summary>What to list.</summary>
public sealed class SocketQuery
{
    /// <summary>Kinds of sockets.</summary>
    public Transports Transports { get; init; } = Transports.All;

    /// <summary>Address families of internet sockets.</summary>
    public IpFamilies Families { get; init; } = IpFamilies.Both;

    /// <summary>States.</summary>
    public StateSet States { get; init; } = StateSet.All;

    /// <summary>Optional fields: what is not asked may be missing from the rows, what is asked costs time.</summary>
    public SocketFields Fields { get; init; } = SocketFields.Cookie | SocketFields.User | SocketFields.Timer | SocketFields.Interface;

    /// <summary>How far to look for owners.</summary>
    public OwnerSearch Owners { get; init; }

    /// <summary>Which name of an owner to read.</summary>
    public OwnerNaming OwnerNaming { get; init; }

    /// <summary>What to find out about owners beside their names.</summary>
    internal OwnerDetails OwnerDetails { get; init; }

    /// <summary>The way to owners to insist on.</summary>
    internal OwnerPreference OwnerPreference { get; init; }

    /// <summary>Whether the kernel is to explain itself when it refuses what was tried first.</summary>
    internal bool ExplainsRefusals { get; init; }

    /// <summary>The source to insist on.</summary>
    public SourcePreference Source { get; init; }

    /// <summary>Where /proc is; a copied tree serves for tests.</summary>
    public string ProcRoot { get; init; } = "/proc";

    /// <summary>Tables to be read from files instead of asking the kernel: a door's own variables.</summary>
    internal ProcFiles ProcFiles { get; init; } = ProcFiles.None;

    /// <summary>Which of the sockets to show; null shows all.</summary>
    internal SocketFilter? Filter { get; init; }

    /// <summary>
    /// A file of TCP sockets (<c>ss -D</c> writes such) to read instead of the kernel's list: all of its rows are given, whatever
    /// families and states were asked.
    /// </summary>
    public string? DumpFile { get; init; }

    /// <summary>Whether all IPv4 rows of a table come before its IPv6 rows, instead of the kernel's mixed order in one walk.</summary>
    public bool FamiliesApart { get; init; }

    /// <summary>Whether the rows of a family must come in the order of the kernel's walk, as ss prints them.</summary>
    internal bool InWalkOrder { get; init; }

    /// <summary>Whether sockets will be named to the kernel, by the cookies that it gave them.</summary>
    internal bool NamesSockets { get; init; }

    /// <summary>Which table comes first.</summary>
    public TableOrder Order { get; init; }
}
