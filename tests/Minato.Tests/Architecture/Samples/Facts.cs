namespace Minato.Tests.Architecture.Samples.Facts;

internal sealed record FirewallFacts(bool IsOpen);

internal static class FirewallReader
{
    internal static FirewallFacts Read() => new(IsOpen: true);
}
