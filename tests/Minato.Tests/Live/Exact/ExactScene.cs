namespace Minato.Tests.Live.Exact;

/// <summary>The machine of Scenes/exact.c.</summary>
public sealed class ExactScene() : FadingScene("exact", freshness: 25);
