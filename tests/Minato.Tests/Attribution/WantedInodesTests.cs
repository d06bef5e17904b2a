using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Minato.Attribution;

namespace Minato.Tests.Attribution;

public sealed class WantedInodesTests
{
    [Fact]
    public void A_wanted_inode_is_met_as_often_as_it_comes()
    {
        WantedInodes wanted = new(2);
        wanted.Add(7);

        Assert.True(wanted.Meet(7));
        Assert.True(wanted.Meet(7));
        Assert.False(wanted.Meet(8));
    }

    [Fact]
    public void All_are_seen_when_each_was_met_once()
    {
        WantedInodes wanted = new(2);
        wanted.Add(7);
        wanted.Add(9);

        wanted.Meet(7);
        wanted.Meet(7);
        Assert.False(wanted.AllSeen);
        wanted.Meet(9);
        Assert.True(wanted.AllSeen);
    }

    [Fact]
    public void An_inode_added_twice_is_wanted_once()
    {
        WantedInodes wanted = new(2);
        wanted.Add(7);
        wanted.Add(7);
        wanted.Meet(7);

        Assert.True(wanted.AllSeen);
    }

    [Fact]
    public void Inode_0_is_no_socket_and_never_wanted()
    {
        WantedInodes wanted = new(2);
        wanted.Add(0);
        Assert.True(wanted.IsEmpty);

        wanted.Add(7);
        Assert.False(wanted.Meet(0));
        Assert.False(wanted.AllSeen);
    }

    [Fact]
    public void All_is_settled_when_each_has_its_one_holder()
    {
        WantedInodes wanted = new(2);
        wanted.Add(7);
        wanted.Add(8);
        Assert.True(wanted.Meet(7) && wanted.Meet(8));

        wanted.Settle(7);
        wanted.Settle(7);
        wanted.Settle(9);
        Assert.True(wanted.AllSeen);
        Assert.False(wanted.AllSettled);

        wanted.Settle(8);
        Assert.True(wanted.AllSettled);
    }

    [Fact]
    public void The_marks_are_those_of_the_low_bits_of_what_is_wanted()
    {
        WantedInodes wanted = new(2);
        wanted.Add(5);
        wanted.Add((1ul << 32) + 16 + 9);
        byte[] marks = [.. Enumerable.Repeat((byte)7, 16)];
        wanted.Mark(marks);

        Assert.Equal([5, 9], Enumerable.Range(0, 16).Where(i => marks[i] == 1));
        Assert.Equal(14, marks.Count(mark => mark == 0));
    }

    // Inodes that meet in one slot are likelier than chance has them.
    [Fact]
    public void It_is_the_set_of_what_was_added() =>
        Gen.Select(Gen.ULong[1, 40].Select(static n => n * 64), Gen.ULong[1, 100]).Select(static (far, near) => far + near).Array[0, 100]
            .Select(Gen.ULong[0, 3000].Array[0, 100]).Sample((added, asked) =>
            {
                WantedInodes wanted = new(added.Length);
                HashSet<ulong> model = [.. added];
                foreach (ulong inode in added) wanted.Add(inode);

                Assert.Equal(model.Count == 0, wanted.IsEmpty);
                foreach (ulong inode in asked) Assert.Equal(model.Contains(inode), wanted.Meet(inode));
                Assert.Equal(model.IsSubsetOf(asked), wanted.AllSeen);
            });

    [Fact]
    public void Two_threads_that_meet_the_same_inodes_count_each_once()
    {
        WantedInodes wanted = new(10_000);
        for (ulong inode = 1; inode <= 10_000; inode++) wanted.Add(inode);

        Parallel.Invoke([.. Enumerable.Repeat(() =>
        {
            for (ulong inode = 1; inode < 10_000; inode++) wanted.Meet(inode);
        }, 2)]);
        Assert.False(wanted.AllSeen);
        wanted.Meet(10_000);
        Assert.True(wanted.AllSeen);
    }
}
