using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Minato.Threads;

/// <summary>
/// Work beside the caller's own. What it throws is thrown to who waits for it: an exception that nobody catches on a thread
/// would end the program. Disposing waits too, so that it never outlives the memory that it was given.
/// </summary>
internal sealed class SecondThread : IDisposable
{
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    public SecondThread(Action work)
    {
        _thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        _thread.Start();
    }

    /// <summary>Waits for its end, and throws what it threw.</summary>
    public void Join()
    {
        _thread.Join();
        _failure?.Throw();
    }

    /// <summary>Waits for its end alone: its caller has another failure to tell, or was told this one.</summary>
    public void Dispose() => _thread.Join();
}
