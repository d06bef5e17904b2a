using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Minato.Attribution;
using Minato.Attribution.Descriptors;
using Minato.KernelPrograms;
using Minato.Model;

namespace Minato.Tests.Live;

/// <summary>Every way to the owners of sockets gives the same ones, however a socket is held.</summary>
public sealed class OwnerPathTests(HoldersScene scene) : LiveTest, IClassFixture<HoldersScene>
{
    private const string WithoutRight = "not run here: ";

    [Fact]
    public void A_program_that_reads_the_tables_gives_the_owners_of_proc() => Same(Tables);

    [Fact]
    public void The_kernels_iterator_gives_the_owners_of_proc() => Same(Iterator);

    [Fact]
    public void Only_the_sockets_that_are_wanted_are_found()
    {
        Dictionary<ulong, Owner[]> all = Owners(Proc, wanted: null);
        ulong[] some = [.. all.Keys.Where((_, i) => i % 100 == 0)];
        foreach (Func<WantedInodes?, OwnerIndex> path in new[] { Tables, Iterator, Proc })
        {
            WantedInodes wanted = new(some.Length);
            foreach (ulong inode in some) wanted.Add(inode);
            Dictionary<ulong, Owner[]> found = Owners(path, wanted);
            Assert.All(some, inode => Assert.Equal(all[inode], found[inode]));
            Assert.All(found.Where(owner => !some.Contains(owner.Key)), owner => Assert.Empty(owner.Value));
        }
    }

    [Theory]
    [InlineData(2002, "was given/8")]
    [InlineData(2003, "threads/7")]
    [InlineData(2006, "table twin/7, holders/7")]
    [InlineData(2007, "holders/9, holders/7")]
    [InlineData(2008, "a)\"\n\u001b[1m\u00ff b/900, a)\"\n\u001b[1m\u00ff b/64, a)\"\n\u001b[1m\u00ff b/63, a)\"\n\u001b[1m\u00ff b/7")]
    public void A_socket_has_the_owners_that_hold_it(int port, string holders)
    {
        ulong inode = Rows().Single(row => row.Entry.Local.Port == port && row.Entry.State == SocketState.Listen).Entry.Inode;
        Assert.Equal(holders, string.Join(", ", Owners(Tables, wanted: null)[inode].Select(owner => $"{owner.Name}/{owner.Fd}")));
    }

    // Shared over fork; passed on; of a process with threads; of two processes with one table; with an O_PATH descriptor; duplicated.
    [Theory]
    [InlineData(2001, false)]
    [InlineData(2002, true)]
    [InlineData(2003, true)]
    [InlineData(2006, false)]
    [InlineData(2007, false)]
    [InlineData(2008, false)]
    public void The_search_may_end_only_where_the_kernel_says_that_nobody_else_holds_the_socket(int port, bool isAlone)
    {
        WantedInodes wanted = new(1);
        wanted.Add(Rows().Single(row => row.Entry.Local.Port == port && row.Entry.State == SocketState.Listen).Entry.Inode);
        using OwnerIndex index = Tables(wanted);
        Assert.Equal(isAlone, wanted.AllSettled);
    }

    // As in /proc/PID/fd, which lists the table of the first thread.
    [Theory]
    [InlineData(2004)]
    [InlineData(2005)]
    public void What_only_a_later_thread_holds_has_no_owner_on_any_path(int port)
    {
        ulong inode = Rows().Single(row => row.Entry.Local.Port == port).Entry.Inode;
        foreach (Func<WantedInodes?, OwnerIndex> path in new[] { Tables, Iterator, Proc }) Assert.Empty(Owners(path, wanted: null)[inode]);
    }

    [Fact]
    public void A_connection_that_waits_to_be_accepted_has_no_inode_and_so_no_owner() =>
        Assert.Contains(Rows(), row => row.Entry is { Local.Port: 2001, State: SocketState.Established, Inode: 0 });

    [Theory]
    [InlineData("minato -tanp")]
    [InlineData("minato -tlnp")]
    [InlineData("minato -tlnp sport = :2001")]
    [InlineData("minato -xanp")]
    [InlineData("minato ss --exact=6.1 -tanp")]
    [InlineData("minato netstat -tanp")]
    public void A_command_prints_the_same_by_either_way(string line)
    {
        byte[] byProc = scene.Type(line, ("MINATO_OWNERS", "proc"), ("MINATO_SOURCE", "netlink")).OutputBytes;
        byte[] byBpf = scene.Type(line, ("MINATO_OWNERS", "bpf"), ("MINATO_SOURCE", "netlink")).OutputBytes;
        Assert.NotEmpty(byProc);
        Assert.Equal(Words(byProc), Words(byBpf), StringComparer.Ordinal);
    }

    [Fact]
    public void Netstat_shows_the_lowest_pid_of_a_shared_socket()
    {
        string line = Assert.Single(scene.Type("minato netstat -tlnp").Lines, line => line.Contains("127.0.0.1:2001 ", StringComparison.Ordinal));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" {scene.Pid}/"), line, StringComparison.Ordinal);
    }

    // Widths follow the first address that needs more, and so the order of the rows.
    private static IEnumerable<string> Words(byte[] output) => Encoding.Latin1.GetString(output).Split('\n')
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal);

    private void Same(Func<WantedInodes?, OwnerIndex> path)
    {
        Dictionary<ulong, Owner[]> expected = Owners(Proc, wanted: null);
        Dictionary<ulong, Owner[]> found = Owners(path, wanted: null);
        Assert.True(expected.Count > 10_000);
        Assert.Equal(expected.Keys.Order(), found.Keys.Order());
        Assert.All(expected, owner => Assert.Equal(owner.Value, found[owner.Key]));
    }

    private static OwnerIndex Proc(WantedInodes? wanted) => new ProcWalk("/proc", OwnerSearch.All, OwnerNaming.Command, wanted).Run();

    private static OwnerIndex Iterator(WantedInodes? wanted)
    {
        TaskFileWalk walk = new(OwnerSearch.All, wanted, expected: 0);
        OwnerIndex? found = walk.Run(KernelTypes.OfThisMachine(), explains: true);
        Assert.SkipWhen(found is null, WithoutRight + walk.Refusal + walk.Log);
        return found!;
    }

    private static OwnerIndex Tables(WantedInodes? wanted)
    {
        string? refusal = DescriptorTable.Open(KernelTypes.OfThisMachine(), explains: true, out DescriptorTable? table);
        using (table)
        {
            Assert.SkipWhen(table is null, WithoutRight + refusal);
            OwnerIndex? found = new DescriptorWalk(table!, OwnerSearch.All, wanted).Run("/proc", out int errno);
            Assert.Equal(0, errno);
            return found!;
        }
    }

    private Dictionary<ulong, Owner[]> Owners(Func<WantedInodes?, OwnerIndex> path, WantedInodes? wanted)
    {
        // The rows first: the sockets are not made before they are asked for.
        IReadOnlyList<SocketRow> rows = Rows();
        using OwnerIndex index = path(wanted);
        Dictionary<ulong, Owner[]> owners = [];
        foreach (SocketRow row in rows.Where(row => row.Entry.Inode != 0))
        {
            owners[row.Entry.Inode] = Array.ConvertAll(
                index.FindOwners(row.Entry.Inode).ToArray(), owner => new Owner(Encoding.Latin1.GetString(owner.Name.Span), owner.Pid, owner.Fd));
        }

        return owners;
    }

    private IReadOnlyList<SocketRow> Rows()
    {
        IReadOnlyList<SocketRow> rows = [];
        OwnNamespace.RunBeside(scene.Pid, () => rows = SocketInspector.Snapshot(new SocketQuery
        {
            Transports = Transports.Tcp | Transports.Unix,
            Fields = SocketFields.None,
        }).Rows);
        return rows;
    }

    private sealed record Owner(string Name, int Pid, int Fd);
}
