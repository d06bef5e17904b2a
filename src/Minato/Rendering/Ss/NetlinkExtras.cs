using System.Buffers;
using System.Buffers.Text;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the ends of a netlink socket; ss writes it where the owners of other sockets stand.</summary>
internal sealed class NetlinkExtras(ExtraFields fields, SsColumns columns)
{
    public void Append(SocketDetails? details)
    {
        if (details is null) return;
        if (columns.Details && details.Has(DetailParts.Netlink)) AppendDetails(details.Netlink);
        if (!columns.Memory || !details.Has(DetailParts.Memory)) return;
        if (columns.Release is not null) fields.Sink.Append((byte)'\t');
        MemoryText.Append(fields, details.Memory);
    }

    private void AppendDetails(NetlinkDetails netlink)
    {
        fields.Hex("sk="u8, netlink.SocketAddress);
        fields.Hex("cb="u8, netlink.CallbackAddress);
        fields.Start("groups=0x"u8);
        Utf8Formatter.TryFormat((uint)netlink.Groups, fields.Sink.Room(8), out int written, new StandardFormat('x', 8));
        fields.Sink.Advance(written);
    }
}
