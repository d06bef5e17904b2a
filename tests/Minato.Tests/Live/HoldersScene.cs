using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Minato.Tests.Live;

/// <summary>
/// 10,000 sockets, and some held in every way there is (Scenes/holders.c): in a network namespace of their own but among the
/// machine's processes, where a program in the kernel may tell of them.
/// </summary>
public sealed class HoldersScene : IDisposable
{
    private readonly Lazy<Process> _process = new(Start);

    internal int Pid => _process.Value.Id;

    /// <summary>Runs a command line of the shell beside the sockets; <c>minato</c> in it is the published program.</summary>
    internal Outcome Type(string line, params (string Name, string Value)[] environment) => Command.Run(
        ["nsenter", "-t", Pid.ToString(CultureInfo.InvariantCulture), "-n", "--", "sh", "-c", line.Replace("minato ", Workshop.Minato + " ", StringComparison.Ordinal)],
        environment.Prepend(("PATH", Sandbox.SystemPath)));

    public void Dispose()
    {
        if (!_process.IsValueCreated) return;
        using Process process = _process.Value;
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5))) process.Kill(entireProcessTree: true);
        GC.SuppressFinalize(this);
    }

    private static Process Start()
    {
        // A session of its own, since the scene ends by a signal to its group.
        List<string> command = ["setsid", "unshare", "--net", "--", Workshop.Compiled("holders")];
        Process process = Command.Start(command, [("PATH", Sandbox.SystemPath)]);
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        return process;
    }
}
