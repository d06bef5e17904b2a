using Minato.Tests.Architecture.Samples.Facts;

namespace Minato.Tests.Architecture.Samples.Diagnosis;

internal static class Verdict
{
    internal static bool Allowed(FirewallFacts facts) => facts.IsOpen;

    internal static bool Read() => FirewallReader.Read().IsOpen;
}
