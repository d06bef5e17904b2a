using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Minato.Cli.Terminal;

/// <summary>
/// ^C and its like while listings repeat: a listing that is being printed is finished first, unless that takes too long, so
/// that no half line stays behind. Then the signal does what it does to every program: a shell sees by it that it was ^C.
/// </summary>
internal sealed partial class Interruption : IDisposable
{
    // signal.h: the same on every Unix.
    private const int SIGHUP = 1;
    private const int SIGINT = 2;
    private const int SIGTERM = 15;
    private const nint Default = 0;
    private const nint Ignore = 1;

    // Who typed ^C waits no longer for a slow listing.
    private const int Patience = 1000;
    private const int Step = 2;

    private readonly Lock _turn = new();
    private readonly OutputStream _output;
    private readonly PosixSignalRegistration?[] _registrations;
    private bool _isPrinting;
    private bool _isOver;

    public Interruption(OutputStream output)
    {
        _output = output;
        _registrations = [Register(PosixSignal.SIGINT, SIGINT), Register(PosixSignal.SIGTERM, SIGTERM), Register(PosixSignal.SIGHUP, SIGHUP)];
    }

    /// <summary>Called before each listing; when the end has come it does not return.</summary>
    public void Begin()
    {
        lock (_turn) _isPrinting = !_isOver;
        if (!_isPrinting) Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Called after each listing.</summary>
    public void End()
    {
        lock (_turn) _isPrinting = false;
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration? registration in _registrations) registration?.Dispose();
    }

    // What whoever started us wants ignored (nohup, a job in the background of a script) stays so.
    private PosixSignalRegistration? Register(PosixSignal signal, int number)
    {
        if (!OperatingSystem.IsWindows())
        {
            nint before = SetHandler(number, Ignore);
            if (before == Ignore) return null;
            _ = SetHandler(number, before);
        }

        return PosixSignalRegistration.Create(signal, context => Finish(context, number));
    }

    private void Finish(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        for (int waited = 0; waited < Patience && !TryEnd(); waited += Step) Thread.Sleep(Step);
        _output.Instead = null;
        if (_output is { IsWriting: false, IsAtLineStart: false }) _output.Write("\n"u8);
        if (!OperatingSystem.IsWindows())
        {
            _ = SetHandler(number, Default);
            _ = kill(getpid(), number);
        }

        Environment.Exit(ExitCode.Interrupted);
    }

    private bool TryEnd()
    {
        lock (_turn)
        {
            if (_isPrinting) return false;
            _isOver = true;
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetHandler(int signal, nint handler);

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc")]
    private static partial int getpid();
}
