using System;
using System.IO;
using System.Text;
using Minato.Attribution;

namespace Minato.Tests.Attribution;

/// <summary>What a program in the kernel found has command names; netstat wants what was started.</summary>
public sealed class ProgramNameTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("minato-names-").FullName;

    [Theory]
    [InlineData("sshd", "sshd\n", "/usr/sbin/sshd\0-D\0", "sshd")]
    [InlineData("node", "node\n", "server.js\0", "server.js")]
    [InlineData("kworker/0:1", "kworker/0:1\n", "", "kworker/0:1")]
    [InlineData("sh", "sh\n", "/bin/\0", "sh")]
    [InlineData("sshd", "sshd\n", "sshd: root@pts/0\0\0\0", "sshd: root@pts/0")]
    [InlineData("a", "a\n", "./bin/a\0", "./bin/a")]
    [InlineData("old", "new\n", "/bin/new\0", "old")]
    public void A_process_is_named_as_it_was_started_unless_its_number_is_anothers(string found, string command, string line, string named)
    {
        Directory.CreateDirectory(_root + "/7");
        File.WriteAllText(_root + "/7/comm", command);
        File.WriteAllText(_root + "/7/cmdline", line);

        Assert.Equal(named, NameOf(found));
    }

    [Fact]
    public void A_process_that_is_gone_keeps_its_command_name() => Assert.Equal("gone", NameOf("gone"));

    [Fact]
    public void A_proc_that_is_not_there_changes_nothing()
    {
        Directory.Delete(_root);
        Assert.Equal("sshd", NameOf("sshd"));
        Directory.CreateDirectory(_root);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string NameOf(string found)
    {
        using OwnerIndex owners = new();
        owners.Add(1, owners.AddProcess(new OwnerProcess(7, Encoding.UTF8.GetBytes(found))), 3);
        owners.NamePrograms(_root);
        return Encoding.UTF8.GetString(owners.FindOwners(1)[0].Name.Span);
    }
}
