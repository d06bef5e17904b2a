using Minato.Cli.Terminal;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' masqueraded connections (-M): a table that Linux has not had since 2.4.</summary>
internal sealed class LinuxMasqueradeListing(string program) : NetstatListing
{
    public override bool IsOver => true;

    public override int Print()
    {
        Message.Error(program + ": no support for `ip_masquerade' on this system: Linux has had no such table since 2.4");
        return ExitCode.No;
    }
}
