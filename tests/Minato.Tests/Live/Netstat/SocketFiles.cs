using System;
using System.IO;
using System.Text;
using Minato.Tests.Architecture;

namespace Minato.Tests.Live.Netstat;

/// <summary>
/// Tables of sockets that two programs are given: net-tools' netstat sees them as its /proc/net, in a mount namespace of its
/// own, and Minato below MINATO_PROC_ROOT.
/// </summary>
internal sealed class SocketFiles : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("minato-sockets-").FullName;

    private string Net => _root + "/net";

    /// <summary>The files of Fixtures/Sockets/KERNEL.</summary>
    public static SocketFiles OfKernel(string kernel)
    {
        string fixtures = Path.Combine(SourceTree.Root, "tests/Minato.Tests/Fixtures/Sockets", kernel, "net");
        SocketFiles files = new();
        Directory.CreateDirectory(files.Net + "/sctp");
        foreach (string file in Directory.EnumerateFiles(fixtures, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(files.Net, Path.GetRelativePath(fixtures, file)));
        return files;
    }

    public string Text(string name) => File.ReadAllText(Path.Combine(Net, name), Encoding.Latin1);

    public SocketFiles With(string name, string text)
    {
        File.WriteAllText(Path.Combine(Net, name), text, Encoding.Latin1);
        return this;
    }

    public SocketFiles Without(string name)
    {
        File.Delete(Path.Combine(Net, name));
        return this;
    }

    /// <summary>What the installed netstat prints of them.</summary>
    public Outcome AskNetTools(string options, params (string, string)[] environment)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/netstat"), "net-tools is not installed");
        const string Mounted = "mount --bind \"$1\" /proc/$$/net || exit 99; shift; exec /usr/bin/netstat \"$@\"";
        Outcome outcome = Command.Run(["unshare", "--mount", "sh", "-c", Mounted, "sh", Net, .. options.Split(' ')], [("PATH", Sandbox.SystemPath), .. environment]);
        Assert.NotEqual(99, outcome.ExitCode);
        return outcome;
    }

    /// <summary>What Minato prints of them.</summary>
    public Outcome AskMinato(string options, params (string, string)[] environment) => Command.Run(
        [PublishedBinary.Path, "netstat", .. options.Split(' ')],
        [("PATH", Sandbox.SystemPath), ("MINATO_PROC_ROOT", _root), ("MINATO_SOURCE", "proc"), .. environment]);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
