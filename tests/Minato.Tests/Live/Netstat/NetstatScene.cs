using System;
using System.Diagnostics;

namespace Minato.Tests.Live.Netstat;

/// <summary>Scenes/netstat.c, which loses its half-open connections after a minute: then it is built anew.</summary>
public sealed class NetstatScene : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(25);

    private readonly Stopwatch _age = new();
    private Sandbox? _current;

    internal Sandbox Fresh()
    {
        if (_current is null || _age.Elapsed > Freshness)
        {
            _current?.Dispose();
            _current = Sandbox.Stage("netstat");
            _age.Restart();
        }

        return _current;
    }

    public void Dispose() => _current?.Dispose();
}
