using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Minato.Cli.Terminal;

/// <summary>
/// While a child has the terminal, ^C and ^\ are the child's and end nothing here; a wish that this program end
/// (SIGTERM, SIGHUP) is passed on, so that what was made for the child can be removed after it.
/// </summary>
internal sealed partial class SignalRelay : IDisposable
{
    // signal.h: the same on every Unix.
    private const int SIGHUP = 1;
    private const int SIGTERM = 15;

    private readonly PosixSignalRegistration[] _registrations;
    private int _child;
    private int _early;

    public SignalRelay() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, static signal => signal.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Pass(signal, SIGHUP)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Pass(signal, SIGTERM)),
    ];

    /// <summary>Names the child; a signal that came before it was there is passed on now.</summary>
    public void PassTo(int child)
    {
        Interlocked.Exchange(ref _child, child);
        int early = Interlocked.Exchange(ref _early, 0);
        if (early != 0) _ = kill(child, early);
    }

    /// <summary>The child is gone, and its number may soon be another process's.</summary>
    public void PassToNobody() => Interlocked.Exchange(ref _child, 0);

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
    }

    private void Pass(PosixSignalContext signal, int number)
    {
        signal.Cancel = true;
        Interlocked.Exchange(ref _early, number);
        int child = Volatile.Read(ref _child);
        if (child != 0 && Interlocked.Exchange(ref _early, 0) != 0) _ = kill(child, number);
    }

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);
}
