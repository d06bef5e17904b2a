namespace Minato.Rendering.Netstat.Linux;

/// <summary>Which columns the table of IPv4 routes has, by how often -e was typed.</summary>
internal enum LinuxRouteColumns
{
    /// <summary>Segment size, window, round trip time.</summary>
    Plain,

    /// <summary>Metric, references, use (-e).</summary>
    Extended,

    /// <summary>All of them (-ee).</summary>
    Full,

    /// <summary>The title alone: net-tools 2.10 has no fourth table.</summary>
    None,
}
