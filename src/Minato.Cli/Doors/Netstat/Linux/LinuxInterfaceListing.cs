using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Model.Network;
using Minato.Rendering;
using Minato.Rendering.Netstat.Linux;
using Minato.Statistics;

namespace Minato.Cli.Doors.Netstat.Linux;

/// <summary>net-tools' interfaces (-i), which takes no names: operands are passed over, as there.</summary>
internal sealed class LinuxInterfaceListing(string program, string[] words, LinuxArgs args) : NetstatListing
{
    private bool _hasTitle;

    public override int Print()
    {
        bool isBlocks = args.Extend > 0;
        InterfaceEntry[] interfaces =
            InterfaceSource.Read(DoorEnvironment.ProcRoot(null), isBlocks ? IpFamilies.Both : IpFamilies.V4, out SocketReport report);
        ReadOnlySpan<LinuxInterfaceRow> rows = LinuxInterfaceRow.ListOf(interfaces, args.Has(LinuxOption.All));
        Utf8Sink sink = new(OutputStream.Standard);
        if (!_hasTitle) sink.Append("Kernel Interface table\n"u8);

        // net-tools has it once above all tables; where they take each other's place it stays.
        _hasTitle = !args.Own.Repaint;
        if (isBlocks) LinuxInterfaceBlocks.Append(sink, rows);
        else LinuxInterfaceTable.Append(sink, rows);
        sink.Flush();
        return DoorReport.End(program, words, report);
    }
}
