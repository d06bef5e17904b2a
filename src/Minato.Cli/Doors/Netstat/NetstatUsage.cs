using Minato.Cli.Doors.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat;

/// <summary>A dialect's usage in a few lines, for who typed something else.</summary>
internal static class NetstatUsage
{
    public static string Of(string program, NetstatDialect dialect) =>
        dialect is NetstatDialect.MacOs or NetstatDialect.MacOs15 ? MacOsUsage.Text(program) : "usage: " + program + Line(dialect);

    private static string Line(NetstatDialect dialect) => dialect switch
    {
        NetstatDialect.Windows =>
            " [-a] [-b] [-e] [-f] [-i] [-n] [-o] [-p PROTO] [-q] [-r] [-s] [-t] [-x] [-y] [INTERVAL]",
        _ =>
            " [-tuUSwx2f] [-4] [-6] [-A FAMILY,FAMILY] [-alnNeopvWZc] | -r [-eFC] | -i [-ae] | -g | -s [-tuUSw] | -M",
    };
}
