using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Minato.Model;

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
/// <param name="most">How many it takes before it throws <see cref="MemoryBoundException"/>.</param>
internal sealed unsafe class OwnerHits(int most = OwnerHits.Most) : IDisposable
{
    // Of one thread; 64 bytes each until the owners are found, so a GiB. Linux has some 2.4 million descriptors in 24 GiB
    // of memory (fs.file-max); a machine with more sockets than this is not seen yet.
    private const int Most = 1 << 24;

    private OwnerHit* _hits;
    private nuint _capacity;

    public List<OwnerProcess> Processes { get; } = [];

    /// <summary>The SELinux context of the socket of each hit, when that was asked; null where it cannot be read.</summary>
    public List<byte[]?>? SocketContexts { get; set; }

    public int Count { get; private set; }

    public ReadOnlySpan<OwnerHit> Hits => new(_hits, Count);

    public void Add(OwnerHit hit)
    {
        if ((nuint)Count == _capacity) Grow();
        _hits[Count++] = hit;
    }

    public void Dispose()
    {
        NativeMemory.Free(_hits);
        _hits = null;
        _capacity = 0;
        Count = 0;
    }

    private void Grow()
    {
        if (Count >= most) throw new MemoryBoundException($"more than {most} descriptors are sockets");
        nuint capacity = Math.Min((nuint)most, _capacity == 0 ? 256 : _capacity * 2);
        _hits = (OwnerHit*)NativeMemory.Realloc(_hits, capacity * (nuint)sizeof(OwnerHit));
        _capacity = capacity;
    }
}
