using System;
using System.Collections.Generic;
using System.Numerics;
using System.Runtime.InteropServices;
using Minato.Model;

namespace Minato.Attribution;

/// <summary>
/// Owners by socket inode: open addressing on the inode, all holders of one socket in a chain. (ss chains all sockets
/// of the machine in 256 buckets, which makes its <c>-tanp</c> quadratic.) Lives outside the GC heap.
/// </summary>
internal sealed unsafe class OwnerIndex : IOwnerLookup, IDisposable
{
    private static readonly Comparison<ProcessRef> LatestFirst =
        (left, right) => left.Pid != right.Pid ? right.Pid.CompareTo(left.Pid)
            : left.Tid != right.Tid ? right.Tid.CompareTo(left.Tid)
            : right.Fd.CompareTo(left.Fd);

    private readonly List<OwnerProcess> _processes = [];
    private readonly List<byte[]?>? _socketContexts;
    private readonly bool _hasContexts;
    private readonly Node* _nodes;
    private readonly int* _slots;
    private readonly int _mask;
    private ProcessRef[] _found = new ProcessRef[8];

    /// <param name="parts">What was found.</param>
    /// <param name="hasContexts">Whether security contexts were looked for.</param>
    public OwnerIndex(ReadOnlySpan<OwnerHits> parts, bool hasContexts = false)
    {
        _hasContexts = hasContexts;
        int total = 0;
        foreach (OwnerHits part in parts) total += part.Count;

        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, total * 2));
        _mask = size - 1;
        _nodes = (Node*)NativeMemory.Alloc((nuint)Math.Max(1, total), (nuint)sizeof(Node));
        _slots = (int*)NativeMemory.AllocZeroed((nuint)size, sizeof(int));

        int next = 0;
        foreach (OwnerHits part in parts)
        {
            int firstProcess = _processes.Count;
            _processes.AddRange(part.Processes);
            if (part.SocketContexts is not null) (_socketContexts ??= []).AddRange(part.SocketContexts);
            foreach (OwnerHit hit in part.Hits) Insert(++next, hit, firstProcess);
        }
    }

    public ReadOnlySpan<ProcessRef> FindOwners(ulong inode)
    {
        int count = 0;
        for (int node = _slots[SlotOf(inode)]; node != 0; node = _nodes[node - 1].Next)
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
        if (count > 1) owners.Sort(LatestFirst);
        return owners;
    }

    public void Dispose()
    {
        NativeMemory.Free(_nodes);
        NativeMemory.Free(_slots);
    }

    // An array that is not there would become a label of no bytes.
    private static ReadOnlyMemory<byte>? Label(byte[]? context) => context is null ? default(ReadOnlyMemory<byte>?) : context;

    private void Insert(int node, in OwnerHit hit, int firstProcess)
    {
        ref int slot = ref _slots[SlotOf(hit.Inode)];
        _nodes[node - 1] = new Node { Inode = hit.Inode, Process = firstProcess + hit.Process, Fd = hit.Fd, Next = slot };
        slot = node;
    }

    // Node numbers start at 1: a zeroed slot is empty. Inodes are nearly sequential, so their low bits spread well.
    private int SlotOf(ulong inode)
    {
        int slot = (int)inode & _mask;
        while (_slots[slot] != 0 && _nodes[_slots[slot] - 1].Inode != inode) slot = (slot + 1) & _mask;
        return slot;
    }

    private struct Node
    {
        public ulong Inode;
        public int Process;
        public int Fd;
        public int Next;
    }
}
