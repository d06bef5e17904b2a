using System.Collections.Generic;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>What is said once about columns that Linux fills in part or not at all.</summary>
internal static class MacOsSources
{
    public static List<string> Describe(MacOsWishes wishes)
    {
        List<string> lines = [];
        if (wishes.Identity) lines.Add("Socket is the kernel's cookie, for Linux tells no address of a socket; Flowhash has no source on Linux");
        if (wishes.ShowsBytes) lines.Add("rxbytes and txbytes: Linux counts them for TCP alone");
        if (!wishes.Verbose) return lines;
        string columns = wishes.IsOld ? "epid, gencnt, flags, flags1, usscnt, rtncnt and fltrs" : "gencnt, flags, flags1, usecnt, rtncnt and fltrs";
        lines.Add(columns + " have no source on Linux" + (wishes.Packets && !wishes.IsOld ? ", nor has eprocess:epid" : "") + "; state and options show the bits that Linux tells");
        return lines;
    }
}
