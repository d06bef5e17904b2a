using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Minato.Attribution;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Tests.Sources;
using FileStatus = Minato.Interop.Linux.Libc.FileStatus;
using FStat = Minato.Interop.Linux.Libc.FStat;
using OpenFile = Minato.Interop.Linux.Libc.Open;

namespace Minato.Tests.Attribution;

public sealed class LiveOwnersTests
{
    // asm-generic/fcntl.h
    private const int O_PATH = 0x200000;

    [Fact]
    public void A_listener_belongs_to_the_process_that_made_it()
    {
        using Socket listener = Listen();
        ProcessRef owner = Assert.Single(Find(listener, OwnerSearch.All).Owners, owner => owner.Pid == Environment.ProcessId);

        Assert.Equal((int)listener.Handle, owner.Fd);
        Assert.Equal(File.ReadAllText("/proc/self/comm").TrimEnd('\n'), Encoding.UTF8.GetString(owner.Name.Span));
    }

    [Fact]
    public void A_socket_shared_with_other_processes_belongs_to_all_of_them()
    {
        using Socket listener = Listen();
        using SocketHolder first = new(listener, fd: 21);
        using SocketHolder second = new(listener, fd: 22);
        (int, int)[] holders = [(Environment.ProcessId, (int)listener.Handle), (first.Pid, 21), (second.Pid, 22)];

        // A process that another test starts holds everything for a moment, until it executes its program.
        (int, int)[] found = [.. Find(listener, OwnerSearch.All).Owners.Select(owner => (owner.Pid, owner.Fd))];
        Assert.Equal(holders.OrderDescending(), found.Where(holders.Contains));
    }

    [Fact]
    public void The_first_search_finds_the_lowest_pid()
    {
        using Socket listener = Listen();
        using SocketHolder holder = new(listener, fd: 21);

        Assert.Equal(Math.Min(Environment.ProcessId, holder.Pid), Find(listener, OwnerSearch.First).Owners[^1].Pid);
    }

    [Fact]
    public void A_path_descriptor_of_a_unix_sockets_file_is_no_socket()
    {
        string folder = Directory.CreateTempSubdirectory("minato-test-").FullName;
        using Socket bound = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        bound.Bind(new UnixDomainSocketEndPoint(folder + "/s"));
        Assert.Equal(0, OpenFile.Call(Encoding.UTF8.GetBytes(folder + "/s\0"), O_PATH, out SafeFd file));
        using (file)
        {
            Assert.Equal(0, FStat.Call(file, out FileStatus status));
            Assert.True(status.IsSocket);
            WantedInodes wanted = new(2);
            wanted.Add(status.Inode);
            wanted.Add(LiveSockets.InodeOf(bound));
            using OwnerIndex index = new ProcWalk($"/proc/{Environment.ProcessId}/task", OwnerSearch.All, OwnerNaming.Command, wanted).Run();

            Assert.Empty(index.FindOwners(status.Inode).ToArray());
            Assert.NotEmpty(index.FindOwners(LiveSockets.InodeOf(bound)).ToArray());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_socket_without_an_inode_is_not_counted_as_unseen()
    {
        using FixtureRoot root = new FixtureRoot().With("tcp", ProcNetTables.Tcp);
        SocketSnapshot snapshot = Snapshot(root.Path);

        Assert.All(snapshot.Rows, row => Assert.Empty(row.Owners));
        Assert.Contains(snapshot.Rows, row => row.Entry.Inode == 0);
        Assert.Equal((3, 2), (snapshot.Report.Rows, snapshot.Report.UnseenOwners));
    }

    [Fact]
    public void Owners_that_could_not_be_seen_are_counted_and_the_rows_stay()
    {
        using FixtureRoot root = new FixtureRoot().With("tcp", ProcNetTables.Tcp);
        Directory.CreateDirectory(root.Path + "/200");
        File.WriteAllText(root.Path + "/200/fd", "");
        SocketSnapshot snapshot = Snapshot(root.Path);

        Assert.Equal((3, 2), (snapshot.Report.Rows, snapshot.Report.UnseenOwners));
        Assert.Equal(root.Path + ": Not a directory", Assert.Single(snapshot.Report.Unavailable).Why);
    }

    [Fact]
    public void Owners_are_found_for_rows_behind_the_first_batch_too()
    {
        using FixtureProcesses processes = new();
        processes.Add(100, 3, socket: 0);
        string row = ProcNetTables.Tcp.Split('\n')[1];
        string others = string.Concat(Enumerable.Repeat(row.Replace(" 101 ", " 4000000001 ", StringComparison.Ordinal) + "\n", 5000));
        Directory.CreateDirectory(processes.Root + "/net");
        File.WriteAllText(
            processes.Root + "/net/tcp",
            ProcNetTables.Header + others + row.Replace(" 101 ", $" {processes.InodeOf(0)} ", StringComparison.Ordinal) + "\n");

        SocketSnapshot snapshot = Snapshot(processes.Root);

        Assert.Equal(5001, snapshot.Rows.Count);
        Assert.Equal(100, Assert.Single(snapshot.Rows[^1].Owners).Pid);
    }

    [Fact]
    public void Nobody_is_searched_when_no_row_can_have_an_owner()
    {
        string[] lines = ProcNetTables.Tcp.Split('\n');
        using FixtureRoot root = new FixtureRoot().With("tcp", lines[0] + "\n" + lines[3] + "\n");
        SocketSnapshot snapshot = Snapshot(root.Path);

        Assert.Equal(SocketState.TimeWait, Assert.Single(snapshot.Rows).Entry.State);
        Assert.Empty(snapshot.Report.Unavailable);
    }

    private static SocketSnapshot Snapshot(string root) => SocketInspector.Snapshot(new SocketQuery
    {
        ProcRoot = root,
        Source = SourcePreference.ProcNet,
        Transports = Transports.Tcp,
        Families = IpFamilies.V4,
        Fields = SocketFields.None,
        Owners = OwnerSearch.All,
    });

    private static SocketRow Find(Socket socket, OwnerSearch search)
    {
        SocketSnapshot snapshot = SocketInspector.Snapshot(new SocketQuery
        {
            Transports = Transports.Tcp,
            States = StateSet.Of(SocketState.Listen),
            Owners = search,
        });
        return Assert.Single(snapshot.Rows, row => row.Entry.Inode == LiveSockets.InodeOf(socket));
    }

    private static Socket Listen()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        socket.Listen(1);
        return socket;
    }
}
