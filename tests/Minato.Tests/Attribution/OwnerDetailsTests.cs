using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Minato.Attribution;
using Minato.Model;
using Minato.Tests.Sources;

namespace Minato.Tests.Attribution;

public sealed class OwnerDetailsTests : IDisposable
{
    private readonly FixtureProcesses _processes = new();

    public void Dispose() => _processes.Dispose();

    [Fact]
    public void Threads_follow_their_process_from_the_last_to_the_first_as_ss_prints_them()
    {
        _processes.Add(100, 3, 0, "main").AddThread(100, 100, 3, 0, "main").AddThread(100, 105, 3, 0, "worker").AddThread(100, 103, 3, 0, "timer");
        _processes.Add(90, 4, 0, "other");

        Assert.Equal(
            ["worker 100 105", "timer 100 103", "main 100 100", "other 90 90"],
            Owners(OwnerDetails.Threads, owner => $"{Text(owner.Name)} {owner.Pid} {owner.Tid}"));
    }

    [Fact]
    public void Threads_are_left_out_when_not_asked()
    {
        _processes.Add(100, 3, 0, "main").AddThread(100, 105, 3, 0, "worker");

        Assert.Equal(["main 0"], Owners(OwnerDetails.None, owner => $"{Text(owner.Name)} {owner.Tid}"));
    }

    // The kernel ends the label with NUL or a line feed, by its security module.
    [Theory]
    [InlineData("system_u:system_r:sshd_t:s0\0", "system_u:system_r:sshd_t:s0")]
    [InlineData("unconfined\n", "unconfined")]
    [InlineData("", "none")]
    public void A_context_is_the_label_of_the_process(string file, string context)
    {
        _processes.Add(100, 3, 0).Label(100, file);

        Assert.Equal([context], Owners(OwnerDetails.ProcessContexts, owner => Text(owner.Contexts?.Process)));
    }

    [Fact]
    public void A_process_without_a_context_and_a_socket_without_one_say_so()
    {
        _processes.Add(100, 3, 0).Add(101, 7, 0);

        Assert.All(
            Owners(OwnerDetails.ProcessContexts | OwnerDetails.SocketContexts, owner => $"{Text(owner.Contexts?.Process)} {Text(owner.Contexts?.Socket)}"),
            text => Assert.StartsWith("none ", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sys/fs/selinux/enforce etc/selinux/config", true)]
    [InlineData("selinux/enforce etc/selinux/config", true)]
    [InlineData("sys/fs/selinux/enforce", false)]
    [InlineData("etc/selinux/config", false)]
    public void Labels_are_there_with_their_file_system_and_configuration(string files, bool enabled)
    {
        using FixtureRoot root = new();
        foreach (string file in files.Split(' '))
        {
            string path = Path.Combine(root.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "1");
        }

        Assert.Equal(enabled, SecurityContext.IsEnabled(root.Path));
    }

    private List<string> Owners(OwnerDetails details, Func<ProcessRef, string> describe)
    {
        using OwnerIndex index = new ProcWalk(_processes.Root, OwnerSearch.All, OwnerNaming.Command, wanted: null, details).Run();
        List<string> owners = [];
        foreach (ProcessRef owner in index.FindOwners(_processes.InodeOf(0))) owners.Add(describe(owner));
        return owners;
    }

    private static string Text(ReadOnlyMemory<byte>? bytes) => bytes is { } known ? Encoding.UTF8.GetString(known.Span) : "none";
}
