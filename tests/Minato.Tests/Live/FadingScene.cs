using System;
using System.Diagnostics;

namespace Minato.Tests.Live;

/// <summary>
/// A scene that is built once for many tests and loses some of its sockets with time, TIME_WAIT and unfinished handshakes after a
/// minute: then it is built anew.
/// </summary>
/// <param name="name">Scenes/NAME.c.</param>
/// <param name="freshness">How many seconds it may have stood.</param>
public abstract class FadingScene(string name, int freshness) : IDisposable
{
    private readonly Stopwatch _age = new();
    private Sandbox? _current;

    public void Dispose()
    {
        _current?.Dispose();
        GC.SuppressFinalize(this);
    }

    internal Sandbox Fresh()
    {
        if (_current is null || _age.Elapsed > TimeSpan.FromSeconds(freshness))
        {
            _current?.Dispose();
            _current = Sandbox.Stage(name);
            _age.Restart();
        }

        return _current;
    }
}
