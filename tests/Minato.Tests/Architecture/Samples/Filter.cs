namespace Minato.Tests.Architecture.Samples.Filter
{
    internal static class Parser
    {
        internal static int Parse() => 1;
    }
}

namespace Minato.Tests.Architecture.Samples.Filter.Kernel
{
    internal static class Program
    {
        internal static int Length() => 2;
    }
}
