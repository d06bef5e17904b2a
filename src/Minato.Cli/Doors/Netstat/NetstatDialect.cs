namespace Minato.Cli.Doors.Netstat;

/// <summary>Whose netstat is spoken.</summary>
internal enum NetstatDialect
{
    /// <summary>net-tools 2.10.</summary>
    Linux,

    /// <summary>Windows 10 and 11.</summary>
    Windows,

    /// <summary>macOS 26 and later.</summary>
    MacOs,

    /// <summary>macOS 15 and before: other columns under <c>-v</c>.</summary>
    MacOs15,
}
