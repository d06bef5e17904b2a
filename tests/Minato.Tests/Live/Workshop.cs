using System;
using System.Collections.Concurrent;
using System.IO;

namespace Minato.Tests.Live;

/// <summary>
/// A temporary directory, open to every user, that holds copies of what the tests run: programs that other users start
/// cannot lie in a checkout that those users may not enter. It goes when the test run ends.
/// </summary>
internal static class Workshop
{
    private static readonly Lazy<string> Place = new(Open);
    private static readonly Lazy<string> Copy = new(CopyMinato);
    private static readonly ConcurrentDictionary<string, Lazy<string>> Programs = new(StringComparer.Ordinal);

    public static string Minato => Copy.Value;

    /// <summary>Compiles a program of Scenes/ and gives its path.</summary>
    public static string Compiled(string name) =>
        Programs.GetOrAdd(name, static name => new Lazy<string>(() => Compile(name))).Value;

    public static string MakeDirectory(string name)
    {
        var path = Path.Combine(Place.Value, name);
        Directory.CreateDirectory(path);
        OpenToEveryone(path);
        return path;
    }

    public static void Script(string path, string text)
    {
        File.WriteAllText(path, text);
        OpenToEveryone(path);
    }

    private static string Open()
    {
        var directory = Directory.CreateTempSubdirectory("minato-live-").FullName;
        OpenToEveryone(directory);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        return directory;
    }

    private static string CopyMinato()
    {
        var path = Path.Combine(Place.Value, "minato");
        File.Copy(PublishedBinary.Path, path);
        OpenToEveryone(path);
        return path;
    }

    private static void OpenToEveryone(string path)
    {
        const UnixFileMode Mode =
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
            UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Mode);
    }

    private static string Compile(string name)
    {
        var source = Repository.Path("tests", "Minato.Tests", "Live", "Scenes", name + ".c");
        var program = Path.Combine(MakeDirectory("scenes"), name);
        string[] command = ["cc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-O1", "-o", program, source];
        Command.Run(command, Command.InheritedEnvironment()).Succeeded();
        return program;
    }
}
