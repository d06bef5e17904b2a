using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;
using Minato.Threads;

namespace Minato.Attribution.Descriptors;

/// <summary>
/// Owners by a program that reads the processes' tables of descriptors: 30 ns each, where the kernel's own iterator takes 300 and
/// /proc 3,000 (BENCH tlnp-1000procs). Two threads take the processes in ascending order from one list.
/// </summary>
internal sealed class DescriptorWalk(DescriptorTable table, OwnerSearch search, WantedInodes? wanted)
{
    // Runs that may end where they began: the program looks at thousands of descriptors in each.
    private const int MostIdle = 100;

    private readonly List<int> _pids = [];
    private int _next;
    private int _share;
    private int _errno;

    /// <summary>How many processes were looked into.</summary>
    public int Visited => Math.Min(_next, _pids.Count);

    /// <summary>The owners, or null after an error whose number is given.</summary>
    /// <param name="root">Where /proc is: it lists the processes.</param>
    /// <param name="errno">The error's number, or 0.</param>
    public OwnerIndex? Run(string root, out int errno)
    {
        errno = Open.Call(Encoding.UTF8.GetBytes(root + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd proc);
        using (proc)
        {
            if (errno == 0) errno = ProcessList.Read(proc, _pids);
            if (errno != 0) return null;
        }

        _share = Math.Clamp(_pids.Count / 32, 1, DescriptorWindow.MostProcesses);
        using OwnerHits mine = new();
        using OwnerHits others = new();
        if (Environment.ProcessorCount < 2) Work(0, mine);
        else WorkTogether(mine, others);
        errno = _errno;
        if (errno != 0) return null;
        OwnerIndex owners = new(mine.Count + others.Count);
        owners.Add(mine);
        owners.Add(others);
        return owners;
    }

    private void WorkTogether(OwnerHits mine, OwnerHits others)
    {
        using SecondThread beside = new(() => Work(1, others));
        Work(0, mine);
        beside.Join();
    }

    private void Work(int number, OwnerHits hits)
    {
        DescriptorWindow window = table.Window(number);
        Ask(window);
        while (Volatile.Read(ref _errno) == 0)
        {
            // Each share that was taken is finished, so when the search stops every pid below an owner has been looked into.
            if (search == OwnerSearch.First && wanted is { AllSeen: true }) return;
            if (wanted is { AllSettled: true }) return;
            int first = Interlocked.Add(ref _next, _share) - _share;
            if (first >= _pids.Count) return;
            int count = Math.Min(_share, _pids.Count - first);
            for (int i = 0; i < count; i++) window.Asked[i] = (uint)_pids[first + i];
            int errno = Read(window, (uint)count, hits);
            if (errno != 0) _ = Interlocked.CompareExchange(ref _errno, errno, 0);
        }
    }

    private void Ask(DescriptorWindow window)
    {
        if (wanted is null) window.Wanted.Fill(1);
        else wanted.Mark(window.Wanted);
    }

    private int Read(DescriptorWindow window, uint count, OwnerHits hits)
    {
        window[DescriptorWindow.Place] = window[DescriptorWindow.Fd] = 0;
        window[DescriptorWindow.Processes] = count;
        uint place = uint.MaxValue;
        int process = 0;
        int idle = 0;
        while (window[DescriptorWindow.Place] < count)
        {
            (uint before, uint fd) = (window[DescriptorWindow.Place], window[DescriptorWindow.Fd]);
            window[DescriptorWindow.Count] = window[DescriptorWindow.Visited] = 0;
            int errno = table.Run(window);
            if (errno != 0) return errno;
            foreach (ref readonly DescriptorRecord record in window.Given)
            {
                if (wanted is not null && !wanted.Meet(record.Inode)) continue;
                if (record.IsAlone != 0) wanted?.Settle(record.Inode);
                if (record.Place != place)
                {
                    place = record.Place;
                    process = hits.Processes.Count;
                    hits.Processes.Add(new OwnerProcess((int)window.Asked[(int)(place % DescriptorWindow.MostProcesses)], NameOf(window, place)));
                }

                hits.Add(new OwnerHit(record.Inode, process, (int)record.Fd));
            }

            bool hasMoved = window[DescriptorWindow.Place] != before || window[DescriptorWindow.Fd] != fd;
            if (hasMoved) idle = 0;
            else if (++idle == MostIdle) return Errno.EAGAIN;
        }

        return 0;
    }

    private static byte[] NameOf(DescriptorWindow window, uint place)
    {
        ReadOnlySpan<byte> name = window.NameOf(place);
        int end = name.IndexOf((byte)0);
        return (end < 0 ? name : name[..end]).ToArray();
    }
}
