using System;

namespace Minato.Tests.Live;

/// <summary>A scene that stays as it is; built when its first test asks for it.</summary>
public abstract class StandingScene : IDisposable
{
    private readonly Lazy<Sandbox> _sandbox;

    private protected StandingScene(string name) => _sandbox = new Lazy<Sandbox>(() => Sandbox.Stage(name));

    internal Sandbox Sandbox => _sandbox.Value;

    public void Dispose()
    {
        if (_sandbox.IsValueCreated)
            _sandbox.Value.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Three thousand listeners.</summary>
public sealed class CrowdScene() : StandingScene("crowd")
{
    public const int Listeners = 3000;
}

/// <summary>Fifteen programs and unix sockets with names that attack the reader.</summary>
public sealed class HostileScene() : StandingScene("hostile");

/// <summary>Eleven listeners among short-lived processes.</summary>
public sealed class ChurnScene() : StandingScene("churn");
