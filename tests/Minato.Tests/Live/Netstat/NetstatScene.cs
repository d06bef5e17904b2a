namespace Minato.Tests.Live.Netstat;

/// <summary>The machine of Scenes/netstat.c.</summary>
public sealed class NetstatScene() : FadingScene("netstat", freshness: 25);
