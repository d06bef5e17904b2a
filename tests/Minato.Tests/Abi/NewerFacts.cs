using System.Collections.Generic;

namespace Minato.Tests.Abi;

/// <summary>An integer of a kernel header: <paramref name="Kernel"/> is the first release that has it.</summary>
internal sealed record NewerFact(string Header, string Expression, decimal Value, string Kernel);

/// <summary>
/// What our layouts and constants have that the headers of a supported build machine (Debian 12: Linux 6.1) lack. It is
/// copied from that kernel's own header, and used only where the installed header does not know the name.
/// </summary>
internal static class NewerFacts
{
    public static IReadOnlyList<NewerFact> All { get; } = [];
}
