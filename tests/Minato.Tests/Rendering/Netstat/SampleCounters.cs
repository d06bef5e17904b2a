using System.IO;
using Minato.Model;
using Minato.Tests.Architecture;
using Minato.Wire;

namespace Minato.Tests.Rendering.Netstat;

/// <summary>The counters of Fixtures/Counters: the columns are those of the kernel that the folder is named after, the numbers are made up.</summary>
internal static class SampleCounters
{
    public static CounterTable Of(string kernel)
    {
        CounterTable table = new();
        CounterPairDecoder.Decode(Read(kernel, "snmp"), table);
        CounterPairDecoder.Decode(Read(kernel, "netstat"), table);
        CounterLineDecoder.DecodeV6(Read(kernel, "snmp6"), table);
        SockstatDecoder.Decode(Read(kernel, "sockstat"), table);
        SockstatDecoder.Decode(Read(kernel, "sockstat6"), table);
        return table;
    }

    private static byte[] Read(string kernel, string file) => File.ReadAllBytes(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Counters", kernel, file));
}
