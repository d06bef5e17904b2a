using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;

namespace Minato.Tests.Live;

/// <summary>
/// The lesson's machine (Scenes/lesson.c), built once for many tests. TIME_WAIT and the unfinished handshakes fade after a
/// minute, so a scene that has stood for half of that is built anew.
/// </summary>
public sealed class LessonScene : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly Stopwatch age = new();
    private Sandbox? current;

    internal Sandbox Sandbox
    {
        get
        {
            if (current is null || age.Elapsed > Freshness)
            {
                current?.Dispose();
                current = Sandbox.Stage("lesson");
                age.Restart();
            }

            return current;
        }
    }

    /// <summary>The number of the process with that name.</summary>
    internal int Pid(string name)
    {
        foreach (var fact in Sandbox.Facts)
        {
            if (fact.Split(' ') is ["process", var known, var pid] && known == name)
                return int.Parse(pid, CultureInfo.InvariantCulture);
        }

        throw new KeyNotFoundException(name);
    }

    public void Dispose() => current?.Dispose();
}

/// <summary>All live tests share one scene.</summary>
[CollectionDefinition("Live")]
public sealed class LiveScenes : ICollectionFixture<LessonScene>;
