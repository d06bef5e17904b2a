using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the owners of an internet socket, in ss's order.</summary>
internal sealed class InetExtras(ExtraFields fields, SsColumns columns, IRowNames names)
{
    // IPPROTO_UDP: a raw socket of it has no line of its own, as UDP has none.
    private const ushort Udp = 17;

    private readonly TimerText _timer = new(fields, columns.Release);
    private readonly ProcNetText _procNet = new(fields, columns);
    private readonly InetOptionText _options = new(fields, columns);
    private readonly InetInfoText _info = new(fields, columns, names);
    private readonly StorageText _storage = new(fields, columns, names);

    public void Append(in SocketEntry row, SocketBatch batch)
    {
        SocketDetails? details = batch.DetailsOf(in row);

        // A row with no cookie of the kernel came from /proc/net: of one that is no TCP, ss tells nothing more, though the file has its user.
        if (row.Identity.Kind == SocketIdKind.Tuple && columns.Release is not null && row.Transport != Transport.Tcp) return;
        if (columns.Timer) _timer.Append(in row);
        if (columns.Details) AppendDetails(in row, batch, details);
        if (details is not null && details.Has(DetailParts.ProcNet))
        {
            if (columns.Details) _procNet.AppendOptions(details);
            if (columns.Info) _procNet.AppendInfo(details, row.Timer.Retries);
            return;
        }

        if (columns.TypeOfService && details is not null) _options.AppendTrafficClass(details);
        if (columns.Cgroup && row.Has(SocketFields.Cgroup)) AppendCgroup(row.CgroupId, batch.CgroupOf(in row));
        if (details is null) return;
        if (columns.InetOptions && details.Has(DetailParts.InetOptions)) _options.Append(details.InetOptions);
        if (columns.Memory || (columns.Info && !IsUdp(in row))) _info.Append(in row, details);
        if (details.Has(DetailParts.Storage)) _storage.Append(details);
    }

    /// <summary>Both directions: <c>&lt;</c> still receives, <c>></c> still sends, <c>-</c> is shut down.</summary>
    public static void AppendShutdown(ExtraFields fields, byte shutdown)
    {
        fields.Start((shutdown & 1) != 0 ? "-"u8 : "<"u8);
        fields.Sink.Append((byte)'-');
        fields.Sink.Append((shutdown & 2) != 0 ? (byte)'-' : (byte)'>');
    }

    private static bool IsUdp(in SocketEntry row) => row.Transport == Transport.Udp || (row.Transport == Transport.Raw && row.Protocol == Udp);

    private void AppendDetails(in SocketEntry row, SocketBatch batch, SocketDetails? details)
    {
        if (row.Uid != 0) fields.Number("uid:"u8, row.Uid);
        fields.Number("ino:"u8, row.Inode);
        if (row.Has(SocketFields.Cookie)) fields.Hex("sk:"u8, row.Id.Value);
        else if (details is not null && details.Has(DetailParts.ProcNet)) _procNet.AppendAddress(details);
        if (row.Mark != 0) fields.Hex("fwmark:0x"u8, row.Mark);
        if (row.CgroupId != 0) AppendCgroup(row.CgroupId, batch.CgroupOf(in row));
        if (row.Has(SocketFields.V6Only) && row.Family == SocketFamily.Inet6) fields.Number("v6only:"u8, row.V6Only ? 1u : 0u);
        if (row.Has(SocketFields.Shutdown)) AppendShutdown(fields, row.Shutdown);
    }

    private void AppendCgroup(ulong id, ReadOnlySpan<byte> path)
    {
        fields.Start("cgroup:"u8);
        if (!path.IsEmpty)
        {
            Untrusted.Append(fields.Sink, path, columns.Escaping);
            return;
        }

        fields.Sink.Append("unreachable:"u8);
        fields.Sink.AppendHex(id);
    }
}
