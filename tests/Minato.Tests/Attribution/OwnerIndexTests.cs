using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsCheck;
using Minato.Attribution;
using Minato.Model;

namespace Minato.Tests.Attribution;

public sealed class OwnerIndexTests
{
    [Fact]
    public void Owners_of_a_shared_socket_come_by_pid_then_descriptor_descending() => Assert.Equal(
        ["300/9 c", "200/8 b", "200/3 b", "100/5 a"],
        Find(7, [(7, 100, 5), (7, 300, 9), (8, 100, 6)], [(7, 200, 3), (7, 200, 8)]));

    [Fact]
    public void One_owner_is_the_lowest_pid_however_many_were_met()
    {
        using OwnerIndex index = new() { GivesFirst = true };
        foreach (int pid in new[] { 200, 100, 300 }) index.Add(7, index.AddProcess(new OwnerProcess { Pid = pid }), 3);

        Assert.Equal(100, Assert.Single(index.FindOwners(7).ToArray()).Pid);
    }

    [Fact]
    public void A_socket_that_nobody_holds_has_no_owners() => Assert.Empty(Find(9, [(7, 100, 5)], []));

    [Fact]
    public void Nothing_is_found_where_nothing_was_met() => Assert.Empty(Find(7, [], []));

    [Fact]
    public void A_socket_with_many_holders_has_them_all()
    {
        (ulong, int, int)[] hits = [.. Enumerable.Range(1, 500).Select(pid => (7ul, pid * 100, 3))];

        Assert.Equal(500, Find(7, hits, []).Count);
    }

    [Fact]
    public void Every_socket_has_its_holders_and_no_other() =>
        Gen.Select(Gen.OneOf(Gen.ULong[1, 60], Gen.ULong[1, 60].Select(static n => n * 1024)), Gen.Int[1, 5], Gen.Int[0, 40]).Array[0, 120]
            .Select(Gen.Int[0, 120]).Sample((hits, cut) =>
            {
                (ulong Inode, int Pid, int Fd)[] distinct = [.. hits.Distinct().Select(hit => (hit.Item1, hit.Item2 * 100, hit.Item3))];
                cut = Math.Min(cut, distinct.Length);
                foreach (ulong inode in distinct.Select(hit => hit.Inode).Append(99_999ul))
                {
                    Assert.Equal(
                        distinct.Where(hit => hit.Inode == inode).OrderByDescending(hit => hit.Pid).ThenByDescending(hit => hit.Fd).Select(hit => (hit.Pid, hit.Fd)),
                        Find(inode, distinct[..cut], distinct[cut..]).Select(Numbers));
                }
            }, iter: 50);

    private static (int Pid, int Fd) Numbers(string owner)
    {
        string[] parts = owner.Split('/', ' ');
        return (int.Parse(parts[0], provider: null), int.Parse(parts[1], provider: null));
    }

    // What two threads met: inode, pid and descriptor. Process 100 is called a, 200 b, and so on.
    private static List<string> Find(ulong inode, params (ulong Inode, int Pid, int Fd)[][] threads)
    {
        OwnerHits[] parts = Array.ConvertAll(threads, Hits);
        using OwnerIndex index = new();
        foreach (OwnerHits part in parts)
        {
            index.Add(part);
            part.Dispose();
        }

        List<string> found = [];
        foreach (ProcessRef owner in index.FindOwners(inode)) found.Add($"{owner.Pid}/{owner.Fd} {Encoding.ASCII.GetString(owner.Name.Span)}");
        return found;
    }

    private static OwnerHits Hits((ulong Inode, int Pid, int Fd)[] met)
    {
        OwnerHits hits = new();
        foreach ((ulong inode, int pid, int fd) in met)
        {
            int process = hits.Processes.FindIndex(candidate => candidate.Pid == pid);
            if (process < 0)
            {
                process = hits.Processes.Count;
                hits.Processes.Add(new OwnerProcess(pid, [(byte)('a' + pid / 100 % 26 - 1)]));
            }

            hits.Add(new OwnerHit(inode, process, fd));
        }

        return hits;
    }
}
