using Minato.Interop.Linux;
using Minato.Interop.Linux.Libc;
using Minato.Interop.Linux.Routing;
using Minato.Model;
using Minato.Model.Network;

namespace Minato.Statistics;

/// <summary>
/// Interfaces with their counters and addresses, in two questions of rtnetlink(7) however many there are. Where the kernel
/// does not answer it, or another root than /proc was named, the files of /proc tell what they have.
/// </summary>
internal static class InterfaceSource
{
    private const string LiveRoot = "/proc";

    /// <summary>The interfaces in the kernel's order.</summary>
    /// <param name="procRoot">Where /proc is; another than the system's own is read, and netlink not asked.</param>
    /// <param name="addresses">Of which families addresses are wanted.</param>
    /// <param name="report">How good the answer is.</param>
    public static InterfaceEntry[] Read(string procRoot, IpFamilies addresses, out SocketReport report)
    {
        report = new SocketReport();
        if (procRoot == LiveRoot)
        {
            LinkList links = new(report);
            int errno = Ask(links, procRoot, addresses);
            if (errno == 0 || links.Count > 0)
            {
                report.Source = Provenance.Netlink;
                report.Rows = links.Count;
                if (errno != 0) Miss(report, "interfaces", errno == Errno.EAGAIN ? "they changed while they were read" : ErrnoText.Of(errno));
                return links.Finish();
            }

            report = new SocketReport();
        }

        return InterfaceFiles.Read(procRoot, (addresses & IpFamilies.V6) != 0, report);
    }

    internal static void Miss(SocketReport report, string what, string why) =>
        report.Unavailable = [.. report.Unavailable, new Unavailable(what, why, null)];

    // IPv6 addresses come from the file: it has them in the order in which old programs show them, and costs less than the question.
    private static int Ask(LinkList links, string procRoot, IpFamilies addresses)
    {
        using RouteSocket socket = new();
        int errno = socket.Dump(Rtnetlink.RTM_GETLINK, default(IfInfoMsg), links);
        if (errno == 0 && (addresses & IpFamilies.V4) != 0) errno = AskAddresses(socket, SocketConstants.AF_INET, links);
        if (errno != 0 || (addresses & IpFamilies.V6) == 0) return errno;
        return InterfaceFiles.TryAddV6(procRoot, links.Interfaces, links.Report) ? 0 : AskAddresses(socket, SocketConstants.AF_INET6, links);
    }

    private static int AskAddresses(RouteSocket socket, byte family, LinkList links) =>
        socket.Dump(Rtnetlink.RTM_GETADDR, new IfAddrMsg { ifa_family = family }, new AddressList(links, isV6: family == SocketConstants.AF_INET6));
}
