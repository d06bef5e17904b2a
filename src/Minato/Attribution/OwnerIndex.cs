using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>
/// Owners by socket inode: open addressing on the inode, all holders of one socket in a chain. (ss chains all sockets
/// of the machine in 256 buckets, which makes its <c>-tanp</c> quadratic.) It grows with the machine's sockets and lives
/// outside the GC heap, which the program keeps small: 16 bytes a descriptor and 8 a socket.
/// </summary>
internal sealed unsafe class OwnerIndex : IOwnerLookup, IDisposable
{
    // A GiB with what leads to them; a machine with more sockets than this is not seen yet.
    private const int Most = 1 << 25;

    private readonly List<OwnerProcess> _processes = [];
    private readonly bool _hasContexts;
    private List<byte[]?>? _socketContexts;
    private Node* _nodes;
    private int* _slots;
    private int _count;
    private int _capacity;
    private int _mask;
    private uint _touched;
    private ProcessRef[] _found = new ProcessRef[8];

    /// <param name="expected">About how many descriptors will be added.</param>
    /// <param name="hasContexts">Whether security contexts were looked for.</param>
    public OwnerIndex(int expected = 0, bool hasContexts = false)
    {
        _hasContexts = hasContexts;
        _capacity = Math.Clamp(expected, 64, Most);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)_capacity * 2);
        _mask = size - 1;
        _nodes = (Node*)NativeMemory.Alloc((nuint)_capacity, (nuint)sizeof(Node));
        _slots = (int*)NativeMemory.AllocZeroed((nuint)size, sizeof(int));
    }

    /// <summary>Whether only the lowest pid of a socket is wanted: the kernel tells all, and a child that is about to execute something else too.</summary>
    public bool GivesFirst { get; set; }

    /// <summary>Adds a process and gives its number for <see cref="Add(ulong, int, int)"/>.</summary>
    public int AddProcess(in OwnerProcess process)
    {
        _processes.Add(process);
        return _processes.Count - 1;
    }

    /// <summary>Adds one descriptor of a process that is a socket.</summary>
    public void Add(ulong inode, int process, int fd)
    {
        if (_count == _capacity) Grow();

        // The kernel numbers sockets with 32 bits (get_next_ino in fs/inode.c), and sock_diag tells as many.
        ref int slot = ref _slots[SlotOf((uint)inode)];
        _nodes[_count++] = new Node { Inode = (uint)inode, Process = process, Fd = fd, Next = slot };

        // Numbers of nodes start at 1: a zeroed slot is empty.
        slot = _count;
    }

    /// <summary>Adds what one thread of a walk found.</summary>
    public void Add(OwnerHits part)
    {
        int firstProcess = _processes.Count;
        _processes.AddRange(part.Processes);
        if (part.SocketContexts is not null) (_socketContexts ??= []).AddRange(part.SocketContexts);
        foreach (OwnerHit hit in part.Hits) Add(hit.Inode, firstProcess + hit.Process, hit.Fd);
    }

    /// <summary>Names each process as it was started, where /proc still tells; the others keep their command names.</summary>
    public void NamePrograms(string procRoot)
    {
        int errno = Open.Call(Encoding.UTF8.GetBytes(procRoot + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd proc);
        using (proc)
        {
            for (int i = 0; errno == 0 && i < _processes.Count; i++)
            {
                OwnerProcess process = _processes[i];
                bool isSame = i > 0 && _processes[i - 1].Pid == process.Pid;
                byte[] name = isSame ? _processes[i - 1].Name : ProcessDirectory.ReadProgram(proc, process.Pid, process.Name) ?? process.Name;
                _processes[i] = process with { Name = name };
            }
        }
    }

    /// <summary>
    /// Brings what <see cref="FindOwners"/> will look at into the cache: rows come in the order of the kernel's hash, so that each
    /// of them misses it twice, and here the misses wait side by side (BENCH tanp-1m).
    /// </summary>
    public void Touch(ReadOnlySpan<SocketEntry> rows)
    {
        const int Side = 64;
        Span<int> heads = stackalloc int[Side];
        while (!rows.IsEmpty)
        {
            ReadOnlySpan<SocketEntry> some = rows[..Math.Min(Side, rows.Length)];
            rows = rows[some.Length..];
            for (int i = 0; i < some.Length; i++) heads[i] = _slots[(int)some[i].Inode & _mask];
            for (int i = 0; i < some.Length; i++) _touched += heads[i] == 0 ? 0 : _nodes[heads[i] - 1].Inode;
        }
    }

    public ReadOnlySpan<ProcessRef> FindOwners(ulong inode)
    {
        int count = 0;
        for (int node = _slots[SlotOf((uint)inode)]; node != 0; node = _nodes[node - 1].Next)
        {
            ref readonly Node found = ref _nodes[node - 1];
            if (count == _found.Length) Array.Resize(ref _found, count * 2);
            OwnerProcess process = _processes[found.Process];
            _found[count++] = new ProcessRef(process.Pid, found.Fd, process.Name)
            {
                Tid = process.Tid,
                Contexts = _hasContexts ? new SecurityContexts(Label(process.Context), Label(_socketContexts?[node - 1])) : null,
            };
        }

        Span<ProcessRef> owners = _found.AsSpan(0, count);
        if (count > 1) owners.Sort(default(LatestFirst));
        return GivesFirst && count > 1 ? owners[^1..] : owners;
    }

    public void Dispose()
    {
        NativeMemory.Free(_nodes);
        NativeMemory.Free(_slots);
        _nodes = null;
        _slots = null;
    }

    // An array that is not there would become a label of no bytes.
    private static ReadOnlyMemory<byte>? Label(byte[]? context) => context is null ? default(ReadOnlyMemory<byte>?) : context;

    // Inodes are nearly sequential, so their low bits spread well.
    private int SlotOf(uint inode)
    {
        int slot = (int)inode & _mask;
        while (_slots[slot] != 0 && _nodes[_slots[slot] - 1].Inode != inode) slot = (slot + 1) & _mask;
        return slot;
    }

    private void Grow()
    {
        if (_capacity >= Most) throw new MemoryBoundException($"more than {Most} descriptors are sockets");
        int capacity = _capacity * 2;
        _nodes = (Node*)NativeMemory.Realloc(_nodes, (nuint)capacity * (nuint)sizeof(Node));
        _capacity = capacity;

        int* old = _slots;
        int oldSize = _mask + 1;
        _mask = (oldSize * 2) - 1;
        _slots = (int*)NativeMemory.AllocZeroed((nuint)oldSize * 2, sizeof(int));
        for (int i = 0; i < oldSize; i++)
        {
            if (old[i] != 0) _slots[SlotOf(_nodes[old[i] - 1].Inode)] = old[i];
        }

        NativeMemory.Free(old);
    }

    private struct Node
    {
        public uint Inode;
        public int Process;
        public int Fd;
        public int Next;
    }

    private readonly struct LatestFirst : IComparer<ProcessRef>
    {
        public int Compare(ProcessRef left, ProcessRef right) =>
            left.Pid != right.Pid ? right.Pid.CompareTo(left.Pid)
                : left.Tid != right.Tid ? right.Tid.CompareTo(left.Tid)
                : right.Fd.CompareTo(left.Fd);
    }
}
