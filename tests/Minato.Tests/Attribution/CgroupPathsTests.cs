using System;
using System.IO;
using System.Text;
using Minato.Attribution;
using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Model;
using Minato.Tests.Sources;

namespace Minato.Tests.Attribution;

public sealed class CgroupPathsTests : IDisposable
{
    private readonly FixtureRoot _root = new();

    public CgroupPathsTests()
    {
        Directory.CreateDirectory(_root.Path + "/system.slice/ssh.service");
        Directory.CreateDirectory(_root.Path + "/.hidden");
        File.WriteAllText(_root.Path + "/cgroup.controllers", "");
    }

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("", "/")]
    [InlineData("/system.slice", "/system.slice")]
    [InlineData("/system.slice/ssh.service", "/system.slice/ssh.service")]
    [InlineData("/.hidden", "/.hidden")]
    public void The_inode_of_a_groups_directory_leads_to_its_path(string directory, string path) =>
        Assert.Equal(path, Find(new CgroupPaths(_root.Path), InodeOf(_root.Path + directory)));

    [Fact]
    public void An_id_that_leads_nowhere_gives_nothing()
    {
        Assert.Equal("", Find(new CgroupPaths(_root.Path), ulong.MaxValue));
        Assert.Equal("", Find(new CgroupPaths("/nonexistent"), 1));
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        Directory.CreateSymbolicLink(_root.Path + "/loop", _root.Path);

        Assert.Equal("/", Find(new CgroupPaths(_root.Path), InodeOf(_root.Path)));
    }

    [Fact]
    public void The_first_mount_that_is_of_version_2_serves()
    {
        using FixtureRoot version1 = new();
        Directory.CreateDirectory(version1.Path + "/memory");
        CgroupPaths paths = new(version1.Path, _root.Path);

        Assert.Equal("/system.slice", Find(paths, InodeOf(_root.Path + "/system.slice")));
        Assert.Equal("", Find(paths, InodeOf(version1.Path + "/memory")));
    }

    [Fact]
    public void Paths_that_whoever_may_make_groups_could_make_without_end_have_a_bound()
    {
        int length = "/system.slice".Length + "/system.slice/ssh.service".Length + "/.hidden".Length;

        Assert.Equal("/", Find(new CgroupPaths(_root.Path) { Most = length }, InodeOf(_root.Path)));
        Assert.Throws<MemoryBoundException>(() => Find(new CgroupPaths(_root.Path) { Most = length - 1 }, InodeOf(_root.Path)));
    }

    private static string Find(CgroupPaths paths, ulong id) => Encoding.UTF8.GetString(paths.FindCgroup(id));

    private static ulong InodeOf(string path)
    {
        Assert.Equal(0, Open.Call(Encoding.UTF8.GetBytes(path + "\0"), FileFlags.O_RDONLY, out SafeFd file));
        using (file)
        {
            Assert.Equal(0, FStat.Call(file, out FileStatus status));
            return status.Inode;
        }
    }
}
