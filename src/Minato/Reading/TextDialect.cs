using System;
using Minato.Model;

namespace Minato.Reading;

/// <summary>Whose table a text is.</summary>
internal enum TextDialect : byte
{
    /// <summary>Not known yet.</summary>
    None,

    /// <summary>netstat of Windows.</summary>
    Windows,

    /// <summary>netstat of net-tools.</summary>
    Linux,

    /// <summary>netstat of macOS, and of the BSDs, which is its ancestor.</summary>
    Bsd,

    /// <summary>ss, or Minato in ss's columns.</summary>
    Ss,
}

/// <summary>In which language headings and words are.</summary>
internal enum TextLanguage : byte
{
    /// <summary>English, or no word said otherwise.</summary>
    English,

    /// <summary>German.</summary>
    German,

    /// <summary>French.</summary>
    French,

    /// <summary>Japanese.</summary>
    Japanese,
}

/// <summary>What the rows under a heading are.</summary>
internal enum TableKind : byte
{
    /// <summary>No heading was seen: a row has to say itself what it is.</summary>
    None,

    /// <summary>Internet sockets as net-tools prints them.</summary>
    Linux,

    /// <summary>UNIX sockets as net-tools prints them.</summary>
    LinuxUnix,

    /// <summary>Connections as Windows prints them.</summary>
    Windows,

    /// <summary>Internet sockets as macOS and the BSDs print them.</summary>
    Bsd,

    /// <summary>UNIX sockets as macOS and the BSDs print them.</summary>
    BsdUnix,

    /// <summary>All kinds of sockets as ss prints them.</summary>
    Ss,

    /// <summary>No sockets: routes, interfaces, counters.</summary>
    Other,
}

/// <summary>What a heading says about its rows.</summary>
[Flags]
internal enum TableColumns : ushort
{
    None = 0,

    /// <summary>User and inode (net-tools).</summary>
    User = 1 << 0,

    /// <summary>PID and program (net-tools).</summary>
    Program = 1 << 1,

    /// <summary>Timer (net-tools).</summary>
    Timer = 1 << 2,

    /// <summary>The state.</summary>
    State = 1 << 3,

    /// <summary>The kind of socket (ss).</summary>
    Netid = 1 << 4,

    /// <summary>Both queues.</summary>
    Queues = 1 << 5,

    /// <summary>The address of the control block, and whether a hash follows (BSD).</summary>
    Block = 1 << 6,

    /// <summary>A hash behind the control block (macOS).</summary>
    Hash = 1 << 7,

    /// <summary>The process's number alone (Windows).</summary>
    Pid = 1 << 8,

    /// <summary>Three numbers of a listener instead of queues and state (macOS -L).</summary>
    ListenQueues = 1 << 12,

    /// <summary>Narrow addresses beside a control block (BSD).</summary>
    Narrow = 1 << 13,

    /// <summary>Security context of the program (net-tools).</summary>
    Context = 1 << 14,
}

/// <summary>A heading as it was understood.</summary>
/// <param name="Kind">What the rows are.</param>
/// <param name="Columns">What they have.</param>
/// <param name="Tail">The columns behind the state, or behind the references of UNIX sockets, in their order.</param>
internal readonly record struct TableShape(TableKind Kind, TableColumns Columns, PrintedCell[]? Tail = null)
{
    public bool Has(TableColumns column) => (Columns & column) != 0;
}
