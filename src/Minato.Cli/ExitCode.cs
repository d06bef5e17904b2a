namespace Minato.Cli;

/// <summary>What the program's end says to a script. The ss and netstat doors keep the originals' codes.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int No = 1;
    public const int Usage = 2;
    public const int Incomplete = 3;
    public const int Refused = 4;

    /// <summary>Usage errors of ss: <c>exit(-1)</c>.</summary>
    public const int SsUsage = 255;

    /// <summary>Usage errors of net-tools' netstat.</summary>
    public const int NetstatUsage = 3;

    /// <summary>A write that failed, in the ss and netstat doors.</summary>
    public const int DoorWriteFailed = 1;

    /// <summary>What a shell reports of a program that SIGPIPE ended: the reader went away, and that is its right.</summary>
    public const int BrokenPipe = 141;

    public const int Interrupted = 130;
}
