using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat.Linux;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' multicast groups (-g).</summary>
internal sealed class LinuxGroupListing(string program, string[] words, LinuxArgs args) : NetstatListing
{
    private readonly string _procRoot = DoorEnvironment.ProcRoot(null);

    private IpFamilies Asked => (args.Families & (LinuxFamilies.Inet | LinuxFamilies.Inet6)) switch
    {
        LinuxFamilies.Inet => IpFamilies.V4,
        LinuxFamilies.Inet6 => IpFamilies.V6,
        _ => IpFamilies.None,
    };

    public override int Print()
    {
        using AddressNames? names = args.Has(LinuxOption.Numeric) || args.Has(LinuxOption.NumericHosts) ? null : new AddressNames();
        Utf8Sink sink = new(OutputStream.Standard);
        LinuxGroupTable table = new(sink, names);
        SocketReport report = GroupSource.Read(_procRoot, Asked == IpFamilies.None ? IpFamilies.Both : Asked, table);
        table.End();
        sink.Flush();
        int code = DoorReport.End(program, words, report);
        return OutputStream.Standard.Failure == 0 && code == ExitCode.No && !Fails(report) ? ExitCode.Done : code;
    }

    // netstat counts as a failure that IPv4 has no groups where no family was named, and nothing else.
    private bool Fails(SocketReport report)
    {
        foreach (Unavailable missing in report.Unavailable)
        {
            if (Asked == IpFamilies.None && missing.What == GroupSource.V4) return true;
        }

        return false;
    }
}
