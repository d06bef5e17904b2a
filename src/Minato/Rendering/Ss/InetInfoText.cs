using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>The line below an internet socket's row: its memory (-m) and what its protocol keeps (-i).</summary>
internal sealed class InetInfoText
{
    private readonly ExtraFields _fields;
    private readonly TcpInfoText _tcp;
    private readonly MptcpInfoText _mptcp;
    private readonly SctpInfoText _sctp;
    private readonly Md5KeyText _keys;
    private readonly UpperLayerText _upperLayer;

    public InetInfoText(ExtraFields fields, SsColumns columns, IRowNames names)
    {
        HostText hosts = new(fields.Sink, names, columns.Escaping);
        _fields = fields;
        _tcp = new TcpInfoText(fields, columns);
        _mptcp = new MptcpInfoText(fields, columns.Release);
        _sctp = new SctpInfoText(fields, hosts, columns.Release is not null);
        _keys = new Md5KeyText(fields, hosts, columns);
        _upperLayer = new UpperLayerText(fields, columns);
    }

    public void Append(in SocketEntry row, SocketDetails details)
    {
        _fields.Break();
        if (details.Has(DetailParts.Memory)) MemoryText.Append(_fields, details.Memory);
        else if (details.Has(DetailParts.OldMemory)) MemoryText.Append(_fields, details.OldMemory);

        switch (row.Transport)
        {
            case Transport.Sctp:
                _sctp.Append(details);
                break;
            case Transport.Mptcp:
                if (details.Has(DetailParts.Mptcp)) _mptcp.Append(in details.MptcpPart);
                break;
            default:
                if (details.Has(DetailParts.Tcp)) _tcp.Append(in row, details);
                if (details.Has(DetailParts.Md5Keys)) _keys.Append(details.Md5Keys);
                if (details.Has(DetailParts.UpperLayer)) _upperLayer.Append(in details.UpperLayerPart);
                break;
        }
    }
}
