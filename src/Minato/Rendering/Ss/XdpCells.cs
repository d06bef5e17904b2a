using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>An AF_XDP socket as ss writes it: interface and queue.</summary>
internal sealed class XdpCells(Utf8Sink sink, IRowNames names, SsColumns columns)
{
    private readonly Escaping _escaping = columns.Escaping;

    public void AppendLocalAddress(in SocketEntry row)
    {
        if (row.InterfaceIndex == 0)
        {
            sink.Append((byte)'*');
            return;
        }

        InterfaceText.Append(sink, names, columns, _escaping, row.InterfaceIndex);
        sink.Append((byte)':');
    }

    public void AppendLocalPort(in SocketEntry row)
    {
        if (row.InterfaceIndex == 0) return;
        sink.Append((byte)'q');
        sink.AppendNumber(row.LocalNumber);
    }
}
