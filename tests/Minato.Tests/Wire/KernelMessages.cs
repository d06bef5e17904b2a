using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Minato.Tests.Abi;
using Minato.Tests.Live;

namespace Minato.Tests.Wire;

/// <summary>
/// Answers of diag modules as the C compiler lays them out from the kernel's structs (KernelMessages.c): the only live
/// proof of vsock, TIPC and XDP where the kernel has no such module.
/// </summary>
internal static class KernelMessages
{
    private static readonly Lazy<Dictionary<string, byte[]>> All = new(Compile);

    public static IEnumerable<string> Names => All.Value.Keys;

    /// <summary>A copy, which a test may damage.</summary>
    public static byte[] Of(string name)
    {
        Assert.SkipWhen(CCompiler.Missing is not null, CCompiler.Missing ?? "");
        return [.. All.Value[name]];
    }

    private static Dictionary<string, byte[]> Compile()
    {
        string directory = Directory.CreateTempSubdirectory("minato-kernel-messages-").FullName;
        try
        {
            string program = Path.Combine(directory, "messages");
            string source = Repository.Path("tests", "Minato.Tests", "Wire", "KernelMessages.c");
            Command.Run(["cc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-o", program, source], Command.InheritedEnvironment()).Succeeded();
            return Command.Run([program], []).Succeeded().Lines
                .Select(line => line.Split(' '))
                .ToDictionary(parts => parts[0], parts => Convert.FromHexString(parts[1]), StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
