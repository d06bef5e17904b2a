using System;
using System.IO;
using System.Runtime.Versioning;

namespace Minato.Tests.Cli.Verbs;

/// <summary>An empty directory that is gone after the test.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ScratchDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("minato-test-").FullName;

    /// <summary>Makes a file that a shell would run.</summary>
    public string AddProgram(string name, string script = "#!/bin/sh\n")
    {
        string path = System.IO.Path.Join(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
