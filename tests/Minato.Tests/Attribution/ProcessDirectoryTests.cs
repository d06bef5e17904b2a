using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using Minato.Attribution;
using Minato.Interop.Linux;
using Minato.Model;
using Minato.Tests.Sources;
using FileFlags = Minato.Interop.Linux.Libc.FileFlags;
using OpenFile = Minato.Interop.Linux.Libc.Open;

namespace Minato.Tests.Attribution;

public sealed class ProcessDirectoryTests : IDisposable
{
    private readonly FixtureProcesses _processes = new();
    private readonly SafeFd _proc;

    public ProcessDirectoryTests() =>
        Assert.Equal(0, OpenFile.Call(Encoding.UTF8.GetBytes(_processes.Root + "\0"), FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out _proc));

    public void Dispose()
    {
        _proc.Dispose();
        _processes.Dispose();
    }

    [Fact]
    public void A_pid_that_is_used_again_meanwhile_does_not_lend_its_name()
    {
        _processes.Add(100, 3, 0, "first");
        Assert.Equal(0, ProcessDirectory.Open(_proc, 100, out ProcessDirectory process));
        using (process)
        {
            Directory.Move(_processes.Root + "/100", _processes.Root + "/gone");
            _processes.Add(100, 3, 0, "second");

            Assert.Equal("first", Encoding.UTF8.GetString(process.ReadName(OwnerNaming.Command)));
        }
    }

    [Fact]
    public void Of_ten_thousand_pids_used_again_none_lends_its_name()
    {
        _processes.Add(100, 3, 0, "even");
        _processes.Add(200, 3, 0, "odd");
        string root = _processes.Root;
        for (int swap = 0; swap < 10_000; swap++)
        {
            Assert.Equal(0, ProcessDirectory.Open(_proc, 100, out ProcessDirectory process));
            using (process)
            {
                Directory.Move(root + "/100", root + "/gone");
                Directory.Move(root + "/200", root + "/100");
                Directory.Move(root + "/gone", root + "/200");

                Assert.Equal(swap % 2 == 0 ? "even" : "odd", Encoding.UTF8.GetString(process.ReadName(OwnerNaming.Command)));
            }
        }
    }

    [Fact]
    public void A_process_that_has_gone_cannot_be_opened()
    {
        Assert.Equal(Errno.ENOENT, ProcessDirectory.Open(_proc, 100, out ProcessDirectory process));
        process.Dispose();
    }

    // As where no socket can be made to learn the device from.
    [Fact]
    public void Without_the_device_of_sockets_the_link_tells_what_is_a_socket()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        using FileStream file = File.OpenRead("/dev/null");
        Assert.Equal(0, OpenFile.Call("/proc\0"u8, FileFlags.O_RDONLY | FileFlags.O_DIRECTORY, out SafeFd proc));
        using (proc)
        {
            Assert.Equal(0, ProcessDirectory.Open(proc, Environment.ProcessId, out ProcessDirectory process));
            using (process)
            {
                Assert.Equal(0, process.ReadSocketInode(Name(socket.Handle), sockfsDevice: null, out ulong inode));
                Assert.Equal(LiveSockets.InodeOf(socket), inode);
                Assert.Equal(-1, process.ReadSocketInode(Name(file.SafeFileHandle.DangerousGetHandle()), sockfsDevice: null, out _));
            }
        }
    }

    private static byte[] Name(nint descriptor) => Encoding.ASCII.GetBytes(descriptor + "\0");
}
