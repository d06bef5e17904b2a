namespace Minato.Cli.Doors.Netstat.Windows;

/// <summary>What each option of the Windows netstat does.</summary>
internal enum WindowsOption
{
    All,
    Executable,
    Ethernet,
    FullNames,
    TimeInState,
    Numeric,
    ProcessId,
    Protocol,
    Bound,
    Routes,
    Statistics,
    Offload,
    NetworkDirect,
    Template,
    Help,
}
