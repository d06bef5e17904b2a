namespace Minato.Cli.Doors.Netstat;

/// <summary>What a netstat command line prints once; it is printed again when an interval was asked.</summary>
internal abstract class NetstatListing
{
    /// <summary>Prints it, and gives the exit code.</summary>
    public abstract int Print();
}
