using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Minato.Tests.Live;

/// <summary>A network namespace for one thread of this process: what it makes and lists is there and nowhere else.</summary>
internal static partial class OwnNamespace
{
    // linux/sched.h
    private const int CLONE_NEWNET = 0x40000000;

    /// <summary>Runs the action on a thread that has entered a new namespace with a working loopback.</summary>
    public static void Run(Action action)
    {
        Exception? fault = null;
        Thread inside = new(() =>
        {
            try
            {
                Assert.Equal(0, unshare(CLONE_NEWNET));

                // A child of this thread is born in its namespace.
                _ = Command.Run(["/bin/sh", "-c", "ip link set lo up"], [("PATH", Sandbox.SystemPath)]).Succeeded();
                action();
            }
            catch (Exception problem)
            {
                fault = problem;
            }
        });
        inside.Start();
        inside.Join();
        if (fault is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
    }

    [LibraryImport("libc")]
    private static partial int unshare(int flags);
}
