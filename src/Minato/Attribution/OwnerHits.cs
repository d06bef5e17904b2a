using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Minato.Attribution;

/// <summary>One descriptor that is a socket.</summary>
/// <param name="Inode">The socket.</param>
/// <param name="Process">Index into the list of processes met by the same thread.</param>
/// <param name="Fd">The descriptor.</param>
internal readonly record struct OwnerHit(ulong Inode, int Process, int Fd);

/// <summary>A process, or a thread of it, that holds at least one socket.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tid">The thread; the first one has its process's number.</param>
/// <param name="Context">Its SELinux context, or null when that was not asked or cannot be read.</param>
internal readonly record struct OwnerProcess(int Pid, byte[] Name, int Tid = 0, byte[]? Context = null);

/// <summary>
/// What one thread of the walk found. The hits grow with the machine's sockets, so they live outside the GC heap, which
/// the program keeps small.
/// </summary>
internal sealed unsafe class OwnerHits : IDisposable
{
    private OwnerHit* _hits;
    private nuint _capacity;

    public List<OwnerProcess> Processes { get; } = [];

    /// <summary>The SELinux context of the socket of each hit, when that was asked; null where it cannot be read.</summary>
    public List<byte[]?>? SocketContexts { get; set; }

    public int Count { get; private set; }

    public ReadOnlySpan<OwnerHit> Hits => new(_hits, Count);

    public void Add(OwnerHit hit)
    {
        if ((nuint)Count == _capacity)
        {
            _capacity = _capacity == 0 ? 256 : _capacity * 2;
            _hits = (OwnerHit*)NativeMemory.Realloc(_hits, _capacity * (nuint)sizeof(OwnerHit));
        }

        _hits[Count++] = hit;
    }

    public void Dispose()
    {
        NativeMemory.Free(_hits);
        _hits = null;
        _capacity = 0;
        Count = 0;
    }
}
