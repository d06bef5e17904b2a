using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;
using Minato.Threads;

namespace Minato.Attribution;

/// <summary>
/// Owners by a walk over /proc/PID/fd. Two threads take the pids in ascending order from one list; each keeps what it
/// finds to itself until the end.
/// </summary>
internal sealed class ProcWalk(
    string root, OwnerSearch search, OwnerNaming naming, WantedInodes? wanted, OwnerDetails details = OwnerDetails.None)
{
    // Below this many processes the second thread's start costs more than it saves.
    private const int WorthAThread = 64;

    private readonly List<int> _pids = [];
    private ulong? _sockfs;
    private int _next = -1;
    private int _denied;
    private int _failed;
    private int _firstErrno;

    /// <summary>Walks, and gives the owners found. The walk over a /proc that cannot be read finds none and says so in <see cref="Describe"/>.</summary>
    public OwnerIndex Run()
    {
        // The kernel's work per descriptor is mostly its own locks and dentries: a third thread gained nothing.
        OwnerHits[] parts = [new OwnerHits(), new OwnerHits()];
        int errno = Open.Call(Encoding.UTF8.GetBytes(root + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd proc);
        using (proc)
        {
            if (errno == 0) errno = ProcessList.Read(proc, _pids);
            if (errno != 0) Fail(errno);

            _sockfs = SockfsDevice.Find();
            using SecondThread? beside = _pids.Count < WorthAThread ? null : new SecondThread(() => Work(proc, parts[1]));
            Work(proc, parts[0]);
            beside?.Join();
        }

        OwnerIndex index = new(parts[0].Count + parts[1].Count, (details & (OwnerDetails.ProcessContexts | OwnerDetails.SocketContexts)) != 0);
        foreach (OwnerHits part in parts)
        {
            index.Add(part);
            part.Dispose();
        }

        return index;
    }

    /// <summary>What kept this walk from seeing all owners, or null when nothing did. Not being root counts: other users' processes may be hidden.</summary>
    public Unavailable? Describe()
    {
        // Every /proc shows at least the process that reads it.
        if (_pids.Count == 0 && _failed == 0) return new Unavailable(Unavailable.Owners, root + " shows no processes: is proc mounted there?", null);
        if (_failed > 0) return new Unavailable(Unavailable.Owners, root + ": " + ErrnoText.Of(_firstErrno), _denied > 0 ? "sudo" : null);
        if (GetEUid.Call() != 0) return new Unavailable(Unavailable.Owners, "processes of other users cannot be looked into", "sudo");
        return _denied > 0 ? new Unavailable(Unavailable.Owners, "a security rule keeps even root from looking into some processes", null) : null;
    }

    private void Work(SafeFd proc, OwnerHits hits)
    {
        Span<byte> records = stackalloc byte[32 * 1024];
        while (true)
        {
            // Pids are handed out ascending and each one taken is finished, so when the search stops every pid below
            // an owner has been looked into: the lowest pid is really the lowest.
            if (search == OwnerSearch.First && wanted is { AllSeen: true }) return;
            int turn = Interlocked.Increment(ref _next);
            if (turn >= _pids.Count) return;
            Visit(proc, _pids[turn], _pids[turn], records, hits);
            if ((details & OwnerDetails.Threads) != 0) VisitThreads(proc, _pids[turn], records, hits);
        }
    }

    // The first thread is the process itself and was visited as that.
    private void VisitThreads(SafeFd proc, int pid, Span<byte> records, OwnerHits hits)
    {
        int errno = ProcessDirectory.OpenThreads(proc, pid, out SafeFd task);
        using (task)
        {
            List<int> threads = [];
            if (errno == 0) errno = ProcessList.Read(task, threads);
            if (errno != 0) Note(errno);
            foreach (int thread in threads)
            {
                if (thread != pid) Visit(task, pid, thread, records, hits);
            }
        }
    }

    private void Visit(SafeFd above, int pid, int thread, Span<byte> records, OwnerHits hits)
    {
        int errno = ProcessDirectory.Open(above, thread, out ProcessDirectory process);
        using (process)
        {
            if (errno != 0)
            {
                Note(errno);
                return;
            }

            int index = -1;
            int got;
            while ((got = process.ReadEntries(records)) > 0)
            {
                NumberedEntries entries = new(records[..got]);
                while (entries.TryRead())
                {
                    errno = process.ReadSocketInode(entries.Name, _sockfs, out ulong inode);
                    if (errno > 0) Note(errno);
                    if (errno != 0 || (wanted is not null && !wanted.Meet(inode))) continue;
                    if (index < 0)
                    {
                        index = hits.Processes.Count;
                        hits.Processes.Add(Identify(process, pid, thread));
                    }

                    hits.Add(new OwnerHit(inode, index, entries.Number));
                    if ((details & OwnerDetails.SocketContexts) != 0) (hits.SocketContexts ??= []).Add(process.ReadSocketContext(entries.Name));
                }
            }

            if (got < 0) Note(-got);
        }
    }

    private OwnerProcess Identify(ProcessDirectory process, int pid, int thread) => new(
        pid,
        process.ReadName(naming),
        (details & OwnerDetails.Threads) != 0 ? thread : 0,
        (details & OwnerDetails.ProcessContexts) != 0 ? process.ReadContext() : null);

    // A process or descriptor that vanished meanwhile is ordinary.
    private void Note(int errno)
    {
        if (errno is Errno.ENOENT or Errno.ESRCH) return;
        if (errno is Errno.EACCES or Errno.EPERM) Interlocked.Increment(ref _denied);
        else Fail(errno);
    }

    private void Fail(int errno)
    {
        Interlocked.Increment(ref _failed);
        Interlocked.CompareExchange(ref _firstErrno, errno, 0);
    }
}
