using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Minato.Tests.Architecture;

namespace Minato.Tests.Live.Counters;

/// <summary>
/// Files of counters that two programs are given: net-tools' netstat sees them as its /proc/net, in a mount namespace of its
/// own, and Minato below MINATO_PROC_ROOT.
/// </summary>
internal sealed class CounterFiles : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("minato-counters-").FullName;

    public CounterFiles() => Directory.CreateDirectory(Net);

    private string Net => _root + "/net";

    /// <summary>The files of Fixtures/Counters/KERNEL.</summary>
    public static CounterFiles OfKernel(string kernel)
    {
        CounterFiles files = new();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Counters", kernel)))
            File.Copy(file, Path.Combine(files.Net, Path.GetFileName(file)));
        return files;
    }

    public CounterFiles With(string name, string text)
    {
        string path = Path.Combine(Net, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, Encoding.Latin1);
        return this;
    }

    public CounterFiles Without(string name)
    {
        File.Delete(Path.Combine(Net, name));
        return this;
    }

    /// <summary>What the installed netstat prints of them.</summary>
    public Outcome AskNetTools(params string[] options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/netstat"), "net-tools is not installed");
        const string Mounted = "mount --bind \"$1\" /proc/$$/net || exit 99; shift; exec /usr/bin/netstat \"$@\"";
        Outcome outcome = Run(["unshare", "--mount", "sh", "-c", Mounted, "sh", Net, .. options], []);
        Assert.NotEqual(99, outcome.ExitCode);
        return outcome;
    }

    /// <summary>What Minato prints of them.</summary>
    public Outcome AskMinato(params string[] options) => Run([PublishedBinary.Path, "netstat", .. options], [("MINATO_PROC_ROOT", _root)]);

    /// <summary>The same, ended by ^C after so many seconds.</summary>
    public Outcome AskMinatoFor(string seconds, params string[] options) =>
        Run(["timeout", "--signal=INT", seconds, PublishedBinary.Path, "netstat", .. options], [("MINATO_PROC_ROOT", _root)]);

    /// <summary>Both print the same and end the same.</summary>
    public void Agree(params string[] options)
    {
        Outcome original = AskNetTools(options);
        Outcome minato = AskMinato(options);
        Assert.Equal(original.Output, minato.Output);
        Assert.Equal(original.ExitCode, minato.ExitCode);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static Outcome Run(IReadOnlyList<string> command, (string, string)[] environment) =>
        Command.Run(command, [("PATH", Sandbox.SystemPath), ("LC_ALL", "C"), .. environment]);
}
