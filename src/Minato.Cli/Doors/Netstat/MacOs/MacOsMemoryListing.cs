using System;
using Minato.Cli.Terminal;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Cli.Doors.Netstat.MacOs;

/// <summary>macOS' <c>-m</c>.</summary>
internal sealed class MacOsMemoryListing(string program) : NetstatListing
{
    private readonly CounterReading _files = new(program);

    public override int Print()
    {
        CounterTable table = new();
        Utf8Sink sink = new(OutputStream.Standard);
        bool isCounted = _files.TryRead(CounterFile.Sockstat, table);
        _files.TryReadOptional(CounterFile.Sockstat6, table);
        if (isCounted) isCounted = MacOsMemory.TryAppend(sink, table, (ulong)Environment.SystemPageSize);
        sink.Flush();
        if (isCounted) _files.Say("Linux has no mbufs: it counts the memory of TCP, UDP and fragments, and no requests denied or delayed");
        else _files.Say("the memory of the network is not counted");
        return _files.End(table.Damaged, isCounted);
    }
}
