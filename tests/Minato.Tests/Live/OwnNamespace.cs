using System;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Minato.Tests.Live;

/// <summary>A network namespace for one thread of this process: what it makes and lists is there and nowhere else.</summary>
internal static partial class OwnNamespace
{
    // linux/sched.h
    private const int CLONE_NEWNET = 0x40000000;

    // fcntl.h
    private const int O_RDONLY = 0;

    /// <summary>Runs the action on a thread that has entered a new namespace with a working loopback.</summary>
    public static void Run(Action action) => Inside(action, () =>
    {
        Assert.Equal(0, unshare(CLONE_NEWNET));

        // A child of this thread is born in its namespace.
        _ = Command.Run(["/bin/sh", "-c", "ip link set lo up"], [("PATH", Sandbox.SystemPath)]).Succeeded();
    });

    /// <summary>Runs the action on a thread that has entered the namespace of a process.</summary>
    public static void RunBeside(int pid, Action action) => Inside(action, () =>
    {
        int namespaceFile = open($"/proc/{pid}/ns/net", O_RDONLY);
        Assert.Equal(0, setns(namespaceFile, CLONE_NEWNET));
        _ = close(namespaceFile);
    });

    private static void Inside(Action action, Action enter)
    {
        Exception? fault = null;
        Thread inside = new(() =>
        {
            try
            {
                enter();
                action();
            }
            catch (Exception problem)
            {
                fault = problem;
            }
        });
        inside.Start();
        inside.Join();
        if (fault is not null) ExceptionDispatchInfo.Throw(fault);
    }

    [LibraryImport("libc")]
    private static partial int unshare(int flags);

    [LibraryImport("libc")]
    private static partial int setns(int file, int kind);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc")]
    private static partial int close(int file);
}
