using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Minato.Attribution;
using Minato.Model;

namespace Minato.Tests.Attribution;

public sealed class ProcWalkTests : IDisposable
{
    private readonly FixtureProcesses _processes = new();

    public void Dispose() => _processes.Dispose();

    [Fact]
    public void A_process_whose_descriptor_leads_to_a_socket_owns_it()
    {
        _processes.Add(pid: 12345, fd: 21, socket: 0, comm: "node").Add(pid: 700, fd: 3, socket: 1, comm: "sshd");

        Assert.Equal(["12345/21 node"], Owners(socket: 0));
        Assert.Equal(["700/3 sshd"], Owners(socket: 1));
        Assert.Empty(Owners(socket: 2));
    }

    [Fact]
    public void In_a_copied_tree_the_texts_of_the_links_tell_the_sockets()
    {
        _processes.Add(12345, 3, socket: 0, comm: "node").Link(12345, 4, $"socket:[{_processes.InodeOf(1)}]").Link(12345, 5, "socket:[x").Link(12345, 6, "pipe:[7]");

        Assert.Equal(["12345/4 node"], Owners(socket: 1));
    }

    [Fact]
    public void All_owners_of_a_shared_socket_are_found()
    {
        _processes.Add(100, 3, 0).Add(100, 4, 0).Add(101, 3, 0).Add(99, 3, 1);

        Assert.Equal(["101/3 app", "100/4 app", "100/3 app"], Owners(socket: 0));
    }

    [Fact]
    public void The_first_search_has_the_lowest_pid_at_its_end()
    {
        // In no order that a file system may list them in.
        for (int i = 0; i < 70; i++) _processes.Add(201 + (i * 37 + 5) % 70, 3, 0);

        Assert.Equal("201/3 app", Owners(socket: 0, OwnerSearch.First, wanted: [0])[^1]);
    }

    [Fact]
    public void The_first_search_ends_when_every_wanted_socket_has_an_owner()
    {
        for (int pid = 1; pid <= 20; pid++) _processes.Add(pid, 3, 0);

        Assert.Equal(["1/3 app"], Owners(socket: 0, OwnerSearch.First, wanted: [0]));
        Assert.Equal(20, Owners(socket: 0, OwnerSearch.First, wanted: [0, 1]).Count);
    }

    [Fact]
    public void A_search_for_all_goes_on_after_every_wanted_socket_has_an_owner()
    {
        for (int pid = 1; pid <= 20; pid++) _processes.Add(pid, 3, 0);

        Assert.Equal(20, Owners(socket: 0, OwnerSearch.All, wanted: [0]).Count);
    }

    [Fact]
    public void A_socket_that_is_not_wanted_is_not_kept()
    {
        _processes.Add(100, 3, 0).Add(100, 4, 1);
        using OwnerIndex index = Walk(OwnerSearch.All, OwnerNaming.Command, Wanted(1)).Run();

        Assert.Empty(index.FindOwners(_processes.InodeOf(0)).ToArray());
        Assert.Single(index.FindOwners(_processes.InodeOf(1)).ToArray());
    }

    [Fact]
    public void Two_threads_find_what_one_finds()
    {
        for (int pid = 1; pid <= 80; pid++) _processes.Add(pid, 3, pid % 2);

        List<string> expected = [.. Enumerable.Range(1, 40).Select(half => half * 2).Reverse().Select(pid => $"{pid}/3 app")];
        Assert.Equal(expected, Owners(socket: 0));
    }

    [Theory]
    [InlineData(OwnerNaming.Command, "/usr/bin/python3\0-m\0http.server\0", "python-comm")]
    [InlineData(OwnerNaming.Program, "/usr/bin/python3\0-m\0http.server\0", "python3")]
    [InlineData(OwnerNaming.Program, "nginx: master process /usr/sbin/nginx\0", "nginx: master process /usr/sbin/nginx")]
    [InlineData(OwnerNaming.Program, "python3\0", "python3")]
    [InlineData(OwnerNaming.Program, "python3", "python3")]
    [InlineData(OwnerNaming.Program, "", "python-comm")]
    [InlineData(OwnerNaming.Program, "\0/usr/bin/x\0", "python-comm")]
    public void A_name_is_the_command_or_the_first_argument_of_a_path_its_end(OwnerNaming naming, string cmdline, string name)
    {
        _processes.Add(100, 3, 0, "python-comm", cmdline);

        Assert.Equal(["100/3 " + name], Owners(socket: 0, naming: naming));
    }

    [Fact]
    public void A_name_is_kept_as_the_bytes_it_has()
    {
        _processes.Add(100, 3, 0, "a\nb\e[31m)\"");

        Assert.Equal(["100/3 a\nb\e[31m)\""], Owners(socket: 0));
    }

    [Fact]
    public void A_process_that_vanished_before_its_name_was_read_has_none()
    {
        _processes.Add(100, 3, 0);
        File.Delete(_processes.Root + "/100/comm");

        Assert.Equal(["100/3 "], Owners(socket: 0));
    }

    [Fact]
    public void Processes_and_descriptors_that_vanished_are_no_failure()
    {
        _processes.Add(100, 3, 0).Link(100, 4, "/nonexistent");
        Directory.CreateDirectory(_processes.Root + "/200");

        Assert.Equal(["100/3 app"], Owners(socket: 0, expectWhole: true));
    }

    [Fact]
    public void What_is_no_process_and_what_is_no_socket_is_passed_over()
    {
        _processes.Add(100, 3, 0).Link(100, 4, "/etc/passwd").Link(100, 5, "/proc");
        Directory.CreateDirectory(_processes.Root + "/self/fd");
        Directory.CreateDirectory(_processes.Root + "/12x/fd");

        Assert.Equal(["100/3 app"], Owners(socket: 0, expectWhole: true));
    }

    [Fact]
    public void A_proc_that_cannot_be_read_is_told_and_has_no_owners()
    {
        ProcWalk walk = new("/nonexistent", OwnerSearch.All, OwnerNaming.Command, null);
        using OwnerIndex index = walk.Run();

        Assert.Empty(index.FindOwners(_processes.InodeOf(0)).ToArray());
        Assert.Equal(new Unavailable("owners", "/nonexistent: No such file or directory", null), walk.Describe());
    }

    [Fact]
    public void A_proc_without_processes_is_told()
    {
        ProcWalk walk = Walk(OwnerSearch.All, OwnerNaming.Command, null);
        walk.Run().Dispose();

        Assert.Equal(_processes.Root + " shows no processes: is proc mounted there?", walk.Describe()?.Why);
    }

    [Fact]
    public void A_process_that_cannot_be_read_is_told_and_the_others_are_found()
    {
        _processes.Add(100, 3, 0);
        Directory.CreateDirectory(_processes.Root + "/200");
        File.WriteAllText(_processes.Root + "/200/fd", "");
        ProcWalk walk = Walk(OwnerSearch.All, OwnerNaming.Command, null);
        using OwnerIndex index = walk.Run();

        Assert.Single(index.FindOwners(_processes.InodeOf(0)).ToArray());
        Assert.Equal(_processes.Root + ": Not a directory", walk.Describe()?.Why);
    }

    private List<string> Owners(
        int socket, OwnerSearch search = OwnerSearch.All, OwnerNaming naming = OwnerNaming.Command, int[]? wanted = null, bool expectWhole = false)
    {
        ProcWalk walk = Walk(search, naming, wanted is null ? null : Wanted(wanted));
        using OwnerIndex index = walk.Run();
        List<string> owners = [];
        foreach (ProcessRef owner in index.FindOwners(_processes.InodeOf(socket)))
            owners.Add($"{owner.Pid}/{owner.Fd} {Encoding.UTF8.GetString(owner.Name.Span)}");

        if (expectWhole && Environment.IsPrivilegedProcess) Assert.Null(walk.Describe());
        return owners;
    }

    private ProcWalk Walk(OwnerSearch search, OwnerNaming naming, WantedInodes? wanted) => new(_processes.Root, search, naming, wanted);

    private WantedInodes Wanted(params int[] sockets)
    {
        WantedInodes wanted = new(sockets.Length);
        foreach (int socket in sockets) wanted.Add(_processes.InodeOf(socket));
        return wanted;
    }
}
