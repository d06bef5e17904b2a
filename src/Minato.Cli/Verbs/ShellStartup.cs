using System;
using System.IO;

namespace Minato.Cli.Verbs;

/// <summary>
/// Startup files of a shell may put other directories before ours on PATH. The shells that can be told to put ours
/// back afterwards are told so: by arguments before the user's own, or by variables.
/// </summary>
internal readonly record struct ShellStartup(string[] Arguments, string[] Variables, bool KeepsFolderFirst)
{
    public const string BashFile = "bashrc";
    public const string ZshFile = ".zshenv";

    // Read in place of ~/.bashrc, after the system's.
    private const string Bash = """
        [ -r ~/.bashrc ] && . ~/.bashrc
        [[ $PATH == "${BASH_SOURCE%/*}":* ]] || PATH=${BASH_SOURCE%/*}:$PATH

        """;

    // zsh has no such option, but it looks for this file where ZDOTDIR says. The user's own files are read from their
    // own place then, and what was put first at the end is put first again before the first prompt.
    private const string Zsh = """
        minato_folder=$ZDOTDIR
        if [[ -n $MINATO_ZDOTDIR ]]; then ZDOTDIR=$MINATO_ZDOTDIR; else unset ZDOTDIR; fi
        unset MINATO_ZDOTDIR
        [[ -r ${ZDOTDIR:-$HOME}/.zshenv ]] && . "${ZDOTDIR:-$HOME}/.zshenv"
        minato_first() {
            [[ $path[1] == $minato_folder ]] || path=($minato_folder $path)
        }
        minato_once() {
            minato_first
            precmd_functions=(${precmd_functions:#minato_once})
            unset minato_folder
            unfunction minato_first minato_once
        }
        minato_first
        precmd_functions+=(minato_once)

        """;

    /// <summary>Prepares <paramref name="folder"/> for <paramref name="shell"/>.</summary>
    public static ShellStartup For(string shell, string folder)
    {
        switch (Path.GetFileName(shell))
        {
            case "bash":
                string file = Path.Join(folder, BashFile);
                File.WriteAllText(file, Bash);
                return new(["--rcfile", file], [], KeepsFolderFirst: true);
            case "fish":
                return new(["--init-command", $"set -gx PATH '{folder}' $PATH"], [], KeepsFolderFirst: true);
            case "zsh":
                File.WriteAllText(Path.Join(folder, ZshFile), Zsh);
                string? place = Environment.GetEnvironmentVariable("ZDOTDIR");
                return new([], [$"ZDOTDIR={folder}", $"MINATO_ZDOTDIR={place}"], KeepsFolderFirst: true);
            default:
                return new([], [], KeepsFolderFirst: false);
        }
    }
}
