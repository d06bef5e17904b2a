namespace Minato.Cli.Doors.Netstat;

/// <summary>A dialect's usage in a few lines, for who typed something else.</summary>
internal static class NetstatUsage
{
    public static string Of(string program, NetstatDialect dialect) => "usage: " + program + dialect switch
    {
        NetstatDialect.Windows =>
            " [-a] [-b] [-e] [-f] [-i] [-n] [-o] [-p PROTO] [-q] [-r] [-s] [-t] [-x] [-y] [INTERVAL]",
        NetstatDialect.MacOs or NetstatDialect.MacOs15 =>
            " [-AaLlnWvx] [-f FAMILY | -p PROTOCOL] | -g | -i | -I INTERFACE | -m | -r | -s, with -w SECONDS again and again",
        _ =>
            " [-tuUSwx2f] [-4] [-6] [-A FAMILY,FAMILY] [-alnNeopvWZc] | -r [-eFC] | -i [-ae] | -g | -s [-tuUSw] | -M",
    };
}
