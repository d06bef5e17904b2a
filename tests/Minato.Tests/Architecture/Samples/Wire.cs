using Minato.Tests.Architecture.Samples.Interop;

namespace Minato.Tests.Architecture.Samples.Wire;

internal static class Decoder
{
    internal static int Allowed(Header header) => header.Length;

    internal static int Ask() => GetPid.Call();
}
