namespace Minato.Tests.Live;

/// <summary>The machine of Scenes/macos.c.</summary>
public sealed class MacOsScene() : StandingScene("macos");
