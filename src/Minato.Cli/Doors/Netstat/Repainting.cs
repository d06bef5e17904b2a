namespace Minato.Cli.Doors.Netstat;

/// <summary>Whether a listing takes the place of the one before.</summary>
internal enum Repainting
{
    /// <summary>Where standard output is a terminal: Windows and macOS.</summary>
    OnTerminals,

    /// <summary>Never: net-tools' -c.</summary>
    Never,

    /// <summary>It was asked: where there is no terminal, that is said.</summary>
    Asked,
}
