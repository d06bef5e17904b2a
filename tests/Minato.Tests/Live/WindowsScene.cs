namespace Minato.Tests.Live;

/// <summary>The machine of Scenes/windows.c.</summary>
public sealed class WindowsScene() : StandingScene("windows");
