namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>The forms of the macOS netstat's command line, shown after what was wrong with one.</summary>
internal static class MacOsUsage
{
    private static string[] Forms =>
    [
        "[-AabdLlnuvW] [-f FAMILY | -p PROTOCOL] [-w SECONDS]",
        "-i | -I INTERFACE [-abdn] [-w SECONDS]",
        "-s [-s] [-f FAMILY | -p PROTOCOL] [-w SECONDS]",
        "-g [-n] [-f FAMILY] [-I INTERFACE]",
        "-r [-aln] [-f FAMILY]",
        "-m [-m]",
    ];

    public static string Text(string program)
    {
        string text = "";
        foreach (string form in Forms) text += (text.Length == 0 ? "usage: " : "\n       ") + program + " " + form;
        return text;
    }
}
