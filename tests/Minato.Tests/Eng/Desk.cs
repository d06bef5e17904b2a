using System;
using System.IO;
using Minato.Tests.Architecture;
using Minato.Tests.Live;

namespace Minato.Tests.Eng;

/// <summary>A folder of its own for a test of the scripts in eng/: files to look at, and a bin/ that is all of PATH.</summary>
internal sealed class Desk : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("minato-eng-").FullName;

    public string Put(string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>A program of bin/, as a shell script.</summary>
    public void Program(string name, string script)
    {
        string path = Put("bin/" + name, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Runs lines after sourcing a script of eng/, in the folder, with nothing but bin/ on PATH.</summary>
    public Outcome Source(string script, string lines, params (string Name, string Value)[] variables)
    {
        string eng = Path.Combine(SourceTree.Root, "eng", script);
        string line = $"PATH=/usr/bin:/bin; cd '{folder}'; root=$PWD; . '{eng}'; PATH=$root/bin\n{lines}";
        return Command.Run(["/bin/sh", "-c", line], [("HOME", folder), .. variables]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
