namespace Minato.Tests.Live;

/// <summary>The lesson's machine, of Scenes/lesson.c.</summary>
public sealed class LessonScene() : FadingScene("lesson", freshness: 30);

/// <summary>A test on the lesson's machine, which stays the same one until the test ends.</summary>
public abstract class LessonSceneTest : LiveTest
{
    protected LessonSceneTest(LessonScene scene) => Sandbox = scene.Fresh();

    private protected Sandbox Sandbox { get; }
}

/// <summary>All live tests share one scene.</summary>
[CollectionDefinition("Live")]
public sealed class LiveScenes : ICollectionFixture<LessonScene>;
