namespace Minato.Model;

/// <summary>How far to look for the processes that hold a socket.</summary>
public enum OwnerSearch : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>
    /// The lowest pid of each socket: processes are visited in ascending order and the search stops when every socket
    /// has one.
    /// </summary>
    First,

    /// <summary>Every process and descriptor. Any process may hold a socket that another one holds too, so all are visited.</summary>
    All,
}

/// <summary>Which name of a process to read.</summary>
public enum OwnerNaming : byte
{
    /// <summary>The command name (/proc/PID/comm), at most 15 bytes.</summary>
    Command,

    /// <summary>The program's first argument, of a path its last component, as netstat shows it; the command name where there is none.</summary>
    Program,
}
