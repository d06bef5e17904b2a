using System;
using System.Diagnostics;

namespace Minato.Tests.Live;

/// <summary>
/// The lesson's machine (Scenes/lesson.c), built once for many tests. TIME_WAIT and the unfinished handshakes fade after a
/// minute, so a scene that has stood for half of that is built anew.
/// </summary>
public sealed class LessonScene : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _age = new();
    private Sandbox? _current;

    internal Sandbox Fresh()
    {
        if (_current is null || _age.Elapsed > Freshness)
        {
            _current?.Dispose();
            _current = Sandbox.Stage("lesson");
            _age.Restart();
        }

        return _current;
    }

    public void Dispose() => _current?.Dispose();
}

/// <summary>A test on the lesson's machine, which stays the same one until the test ends.</summary>
public abstract class LessonSceneTest : LiveTest
{
    protected LessonSceneTest(LessonScene scene) => Sandbox = scene.Fresh();

    private protected Sandbox Sandbox { get; }
}

/// <summary>All live tests share one scene.</summary>
[CollectionDefinition("Live")]
public sealed class LiveScenes : ICollectionFixture<LessonScene>;
