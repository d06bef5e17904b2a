using System;
using System.IO;
using System.Runtime.Versioning;
using Minato.Cli.Terminal;

namespace Minato.Cli.Verbs;

/// <summary>The directory that comes first on the shell's PATH, for as long as the shell lives.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ShellFolder : IDisposable
{
    private static readonly string[] Programs = ["ss", "netstat", "minato"];

    // What is removed in the end: only what was put there.
    private static readonly string[] Contents = [.. Programs, "sudo", ShellStartup.BashFile, ShellStartup.ZshFile, .. ExactName.All];

    private ShellFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes it in the first place that takes one where scripts can run, or gives null.</summary>
    /// <param name="program">This program.</param>
    /// <param name="exactLink">The name of the link that makes ss exact, also behind sudo; or null.</param>
    /// <param name="places">Where it may be.</param>
    public static ShellFolder? Make(string program, string? exactLink, params ReadOnlySpan<string?> places)
    {
        foreach (string? place in places)
        {
            if (!IsUsable(place) || PrivateDirectory.Make(place!, "minato-shell-") is not { } path) continue;
            ShellFolder folder = new(path);
            try
            {
                if (folder.TryFill(program, exactLink)) return folder;
            }
            catch (IOException)
            {
                // A full or read-only place is no place; the next may do.
            }

            folder.Dispose();
        }

        return null;
    }

    public void Dispose()
    {
        try
        {
            foreach (string name in Contents) File.Delete(System.IO.Path.Join(Path, name));
            PrivateDirectory.Remove(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            VerbMessage.Warn($"minato shell: could not remove {Path}: {VerbMessage.Reason(failure)}");
        }
    }

    private bool TryFill(string program, string? exactLink)
    {
        if (exactLink is not null) SymbolicLink.Create(System.IO.Path.Join(Path, exactLink), program);
        foreach (string name in Programs)
            SymbolicLink.Create(System.IO.Path.Join(Path, name), name == "ss" ? exactLink ?? program : program);
        return PrivateDirectory.TryWriteScript(System.IO.Path.Join(Path, "sudo"), SudoScript.Text);
    }

    /// <summary>On PATH a colon would cut the name in two, and a quote would need quoting in every kind of shell.</summary>
    private static bool IsUsable(string? place) =>
        !string.IsNullOrEmpty(place) && place[0] == '/' && place.AsSpan().IndexOfAny(":'\"\\\n") < 0;
}
