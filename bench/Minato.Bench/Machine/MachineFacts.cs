using System;
using System.IO;
using System.Text;

namespace Minato.Bench.Machine;

/// <summary>What the numbers depend on and a reader elsewhere cannot see.</summary>
internal sealed record MachineFacts(string Cpu, int Cores, string Kernel, string Ss, string Netstat, string Lsof, string Minato)
{
    /// <summary>The processor's name as a file name: <c>amd-epyc</c>.</summary>
    public string Slug => MakeSlug(Cpu);

    public static MachineFacts Read(string minatoProgram) => new(
        CpuModel(File.ReadAllText("/proc/cpuinfo")),
        Environment.ProcessorCount,
        KernelVersion(File.ReadAllText("/proc/sys/kernel/osrelease")),
        ProgramVersion.Ask("ss", "-V"),
        ProgramVersion.Ask("netstat", "-V"),
        ProgramVersion.Ask("lsof", "-v"),
        $"{ProgramVersion.Ask(minatoProgram, "version")}, {FileKib(minatoProgram):N0} KiB");

    internal static string CpuModel(string cpuinfo)
    {
        foreach (var line in cpuinfo.Split('\n'))
        {
            // "model name" on x86; arm64 has only numbers, so its machine keeps the architecture's name.
            if (line.StartsWith("model name", StringComparison.Ordinal))
                return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }
        return System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString();
    }

    /// <summary>The number without what a builder appended: <c>6.18.44</c>.</summary>
    internal static string KernelVersion(string release) => release.Trim().Split('-', 2)[0];

    internal static string MakeSlug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }

    private static long FileKib(string path) => new FileInfo(path).Length / 1024;
}
