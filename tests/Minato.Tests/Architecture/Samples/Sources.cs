using Minato.Tests.Architecture.Samples.Filter;

namespace Minato.Tests.Architecture.Samples.Sources;

internal static class Source
{
    internal static int Allowed() => Filter.Kernel.Program.Length();

    internal static int Parse() => Parser.Parse();
}
