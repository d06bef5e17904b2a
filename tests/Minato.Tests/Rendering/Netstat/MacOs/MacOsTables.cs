using System;
using System.Collections.Generic;
using System.Text;
using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Netstat;
using Minato.Rendering.Netstat.MacOs;

namespace Minato.Tests.Rendering.Netstat.MacOs;

/// <summary>Rows written as a table of macOS.</summary>
internal sealed class MacOsTables
{
    private readonly List<SocketEntry> _rows = [];
    private readonly List<SocketDetails> _details = [];

    public SampleNames Names { get; } = new();

    public SampleOwners Owners { get; } = new();

    public void Add(in SocketEntry row) => _rows.Add(row);

    /// <summary>A row with what its buffers hold and its bytes: null is a socket without a count.</summary>
    public void Add(SocketEntry row, uint rhiwat, uint shiwat, ulong? rxbytes = null, ulong? txbytes = null, uint? drops = null)
    {
        SocketDetails details = new();
        SocketMemory memory = new(0, rhiwat, 0, shiwat, 0, 0, 0, 0, drops);
        details.SetMemory(in memory);
        if (rxbytes is not null)
        {
            details.TcpPart.BytesReceived = rxbytes;
            details.TcpPart.BytesSent = txbytes;
            details.TcpPart.SegmentsIn = 5;
            details.TcpPart.SegmentsOut = 6;
            details.Known |= DetailParts.Tcp;
        }

        _details.Add(details);
        row.DetailsPlace = (ushort)_details.Count;
        _rows.Add(row);
    }

    public string[] Write(NetstatLayout layout)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        NetstatSocketTable table = new(sink, layout, Names);
        table.AppendHeader();
        Assert.True(table.Accept(new SocketBatch(_rows.ToArray(), Owners, null, _details.ToArray())));
        Assert.True(sink.Flush());
        return output.Text.Split('\n')[..^1];
    }

    public string[] Internet(MacOsWishes wishes) => Write(MacOsLayout.Internet(wishes));

    public static SocketEntry Owned(SocketEntry row, ulong inode) => row with { Inode = inode };

    public static ProcessRef[] By(string name, int pid) => [new ProcessRef(pid, 3, Encoding.UTF8.GetBytes(name))];

    /// <summary>Columns of a line as half-open ranges, cut out of it.</summary>
    public static string[] Cut(string line, params (int From, int To)[] columns) => Array.ConvertAll(columns, column => line[column.From..Math.Min(line.Length, column.To)]);
}
