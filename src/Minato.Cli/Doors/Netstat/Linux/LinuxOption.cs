namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>What each option of the Linux netstat does.</summary>
internal enum LinuxOption
{
    // Modes: one at a time, but for groups, which stand between other tables.
    Routes,
    Interfaces,
    Statistics,
    Masquerade,
    Groups,

    // Kinds of sockets.
    Tcp,
    Udp,
    UdpLite,
    Sctp,
    Raw,
    Unix,
    Bluetooth,

    // What is shown, and how.
    All,
    Listening,
    Numeric,
    NumericHosts,
    NumericPorts,
    NumericUsers,
    Symbolic,
    Programs,
    Extend,
    Timers,
    Wide,
    Context,
    Verbose,
    Fib,
    Cache,
    Continuous,

    // What is done while the command line is still read.
    Family,
    Families,
    Debug,
    Usage,
    Help,
    Version,
}
