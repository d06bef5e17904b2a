using System;

namespace Minato.Model;

/// <summary>What to find out about owners beside their names.</summary>
[Flags]
internal enum OwnerDetails : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Every thread that holds a socket, not just its process.</summary>
    Threads = 1 << 0,

    /// <summary>The SELinux context of each process or thread.</summary>
    ProcessContexts = 1 << 1,

    /// <summary>The SELinux context of each socket.</summary>
    SocketContexts = 1 << 2,
}
