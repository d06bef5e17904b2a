using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>A packet socket as ss writes it: the ethertype stands where an address does, the interface where a port does.</summary>
internal sealed class PacketCells(Utf8Sink sink, IRowNames names, SsColumns columns)
{
    private readonly Escaping _escaping = columns.Escaping;
    private readonly bool _namesCfm = columns.Release?.NamesCfm ?? true;

    public void AppendLocalAddress(in SocketEntry row)
    {
        if (row.Protocol == EtherTypeNames.All) sink.Append((byte)'*');
        else AppendEtherType(row.Protocol);
        sink.Append((byte)':');
    }

    public void AppendLocalPort(in SocketEntry row)
    {
        if (row.InterfaceIndex == 0) sink.Append((byte)'*');
        else InterfaceText.Append(sink, names, columns, _escaping, row.InterfaceIndex);
    }

    private void AppendEtherType(ushort type)
    {
        ReadOnlySpan<byte> name = columns.Numeric || (type == EtherTypeNames.CfmNumber && !_namesCfm) ? default : EtherTypeNames.Find(type);
        if (!name.IsEmpty)
        {
            sink.Append(name);
            return;
        }

        sink.Append((byte)'[');
        sink.AppendNumber(type);
        sink.Append((byte)']');
    }
}
