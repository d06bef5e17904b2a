using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Minato.Cli.Doors.Ss;
using Minato.Cli.Terminal;

namespace Minato.Cli.Verbs;

/// <summary>What verbs say, and the exit codes that go with it.</summary>
internal static class VerbMessage
{
    /// <summary>Says what was wrong with the words typed after a verb, and where the right ones are.</summary>
    public static int WrongUse(string verb, string problem)
    {
        Warn($"minato {verb}: {problem}");
        Warn($"Type: minato help {verb}");
        return ExitCode.Usage;
    }

    /// <summary>Says that the first word of the command line means nothing.</summary>
    public static int UnknownWord(string word)
    {
        string hint = VerbTable.Suggest(word) is { } verb ? $"; did you mean: minato {verb}"
            : Port(word) is { } port ? $". Who holds the port: sudo minato -tulnp | grep :{port}"
            : AreOptions(word) ? $"; did you mean: minato -{word}"
            : ". Type: minato help";
        Warn($"minato: \"{word}\" means nothing here{hint}");
        return ExitCode.Usage;
    }

    private static string? Port(string word)
    {
        string digits = word.TrimStart(':');
        return ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? digits : null;
    }

    // Letters of ss that lost their dash.
    private static bool AreOptions(string word)
    {
        foreach (char letter in word)
        {
            if (!Array.Exists(SsOptions.Table, option => option.Short == letter && option.Help is not null)) return false;
        }

        return word.Length > 0;
    }

    /// <summary>Says that the system refused, or that something is in the way.</summary>
    public static int Refused(string verb, string problem)
    {
        Warn($"minato {verb}: {problem}");
        return ExitCode.Refused;
    }

    public static void Print(string text) => Message.Print(Visible(text));

    public static void Warn(string text) => Message.Error(Visible(text));

    /// <summary><see cref="ExitCode.Done"/>, unless what was printed did not arrive.</summary>
    public static int Printed()
    {
        if (OutputStream.Standard.IsBrokenPipe) return ExitCode.BrokenPipe;
        if (OutputStream.Standard.Failure == 0) return ExitCode.Done;
        Warn($"minato: standard output could not be written: {OutputStream.Standard.FailureText}");
        return ExitCode.Refused;
    }

    /// <summary>The system's reason. The published program carries no exception texts, so the error number speaks.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        UnauthorizedAccessException => "permission denied",
        DirectoryNotFoundException or FileNotFoundException => "no such file or directory",
        _ => Reason(failure.HResult),
    };

    public static string Reason(int errno) => Marshal.GetPInvokeErrorMessage(errno);

    /// <summary>Paths and words come from anywhere: a control character in one is shown, never sent to the terminal.</summary>
    private static string Visible(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (char c in text)
        {
            bool control = (char.IsControl(c) && c != '\n') || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
            if (control)
                visible.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
            else
                visible.Append(c);
        }

        return visible.ToString();
    }
}
