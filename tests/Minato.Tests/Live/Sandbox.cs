using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace Minato.Tests.Live;

/// <summary>
/// A network, process and mount namespace with a scene of real sockets in it. The scene's program is its process 1, so
/// that ending this one process ends everything that was ever started inside.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    public const string SystemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static readonly TimeSpan StageLimit = TimeSpan.FromSeconds(20);
    private static readonly Lazy<string?> Refusal = new(FindRefusal);

    private readonly Process _process;
    private readonly string _target;

    private Sandbox(Process holder)
    {
        _process = holder;
        Facts = ReadFacts(holder);
        var children = File.ReadAllText($"/proc/{holder.Id}/task/{holder.Id}/children");
        _target = int.Parse(children, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Why no sandbox can be made here; null where it can.</summary>
    public static string? WhyNot => Refusal.Value;

    /// <summary>The lines that the scene printed before it was ready.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>Builds a scene, or skips the test: a field of a test class is set before any base class could look.</summary>
    public static Sandbox Stage(string scene)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        var holder = Command.Start([.. Unshare, Workshop.Compiled(scene)], [("PATH", SystemPath)]);
        try
        {
            return new Sandbox(holder);
        }
        catch
        {
            End(holder);
            throw;
        }
    }

    /// <summary>A process inside, by its number outside: its namespaces are the sandbox's.</summary>
    public string Target => _target;

    /// <summary>The number of the process that the scene gave that name.</summary>
    public int Pid(string name)
    {
        foreach (var fact in Facts)
        {
            if (fact.Split(' ') is ["process", var known, var pid] && known == name)
                return int.Parse(pid, CultureInfo.InvariantCulture);
        }

        throw new KeyNotFoundException(name);
    }

    /// <summary>Runs a command inside, with no environment but the given one.</summary>
    public Outcome Run(
        IReadOnlyList<string> command, string path = SystemPath, string input = "", (string Name, string Value)? with = null)
    {
        List<(string, string)> environment = [("PATH", path), ("HOME", "/root"), ("LC_ALL", "C.UTF-8"), ("SHELL", "/bin/sh")];
        if (with is { } variable)
            environment.Add(variable);
        return Command.Run(
            ["nsenter", "--target", _target, "--net", "--mount", "--pid", "--", .. command], environment, input);
    }

    /// <summary>Types a whole line, pipes and redirections included.</summary>
    public Outcome Type(string line, string path = SystemPath, (string Name, string Value)? with = null) =>
        Run(["sh", "-c", line], path, with: with);

    public void Dispose() => End(_process);

    private static string[] Unshare =>
        ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--"];

    private static List<string> ReadFacts(Process holder)
    {
        using var alarm = new Timer(_ => holder.Kill(entireProcessTree: true), null, StageLimit, Timeout.InfiniteTimeSpan);
        var facts = new List<string>();
        while (true)
        {
            switch (holder.StandardOutput.ReadLine())
            {
                case null:
                    throw new InvalidOperationException($"the scene was not built: {holder.StandardError.ReadToEnd()}");
                case "ready":
                    return facts;
                case var fact:
                    facts.Add(fact);
                    break;
            }
        }
    }

    /// <summary>The scene ends when its input does.</summary>
    private static void End(Process holder)
    {
        holder.StandardInput.Close();
        if (!holder.WaitForExit(TimeSpan.FromSeconds(5)))
            holder.Kill(entireProcessTree: true);
        holder.Dispose();
    }

    private static string? FindRefusal()
    {
        if (!OperatingSystem.IsLinux())
            return "network namespaces are Linux's";
        if (!Environment.IsPrivilegedProcess)
            return "only root may make network namespaces";
        foreach (var tool in new[] { "cc", "ip", "unshare", "nsenter", "setpriv" })
        {
            if (Command.Run(["sh", "-c", "command -v " + tool], [("PATH", SystemPath)]).ExitCode != 0)
                return $"{tool} is not installed";
        }

        var trial = Command.Run([.. Unshare, "true"], [("PATH", SystemPath)]);
        return trial.ExitCode == 0 ? null : $"no namespaces here: {trial.Errors.Trim()}";
    }
}
