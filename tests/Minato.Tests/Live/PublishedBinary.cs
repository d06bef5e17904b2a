using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace Minato.Tests.Live;

/// <summary>The program as users get it: MINATO_BINARY, or what eng/publish leaves in artifacts.</summary>
internal static class PublishedBinary
{
    /// <summary>A publish takes about a minute; another test run may hold the lock for as long.</summary>
    private static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<string> Found = new(Find);

    public static string Path => Found.Value;

    private static string Target => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("MINATO_BINARY") is { Length: > 0 } chosen)
            return System.IO.Path.GetFullPath(chosen);
        var published = Repository.Path("artifacts", Target, "minato");
        if (File.Exists(published))
            return published;

        Directory.CreateDirectory(Repository.Path("artifacts"));
        using var turn = WaitForLock(Repository.Path("artifacts", "publish.lock"));
        if (!File.Exists(published))
            Publish();
        return published;
    }

    private static void Publish()
    {
        string[] command = [Repository.Path("eng", "publish"), Target];
        var outcome = Command.Run(command, Command.InheritedEnvironment(), limit: LockLimit);
        Assert.True(outcome.ExitCode == 0, outcome.ToString());
    }

    private static FileStream WaitForLock(string path)
    {
        var deadline = DateTime.UtcNow + LockLimit;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                Thread.Sleep(200);
            }
        }
    }
}
