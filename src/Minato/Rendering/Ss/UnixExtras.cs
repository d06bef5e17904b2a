using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What follows the owners of a UNIX socket.</summary>
internal sealed class UnixExtras(ExtraFields fields, SsColumns columns)
{
    public void Append(in SocketEntry row, SocketDetails? details)
    {
        if (columns.Memory && details is not null && details.Has(DetailParts.Memory)) MemoryText.Append(fields, details.Memory);
        if (columns.Details) AppendDetails(in row);
    }

    private void AppendDetails(in SocketEntry row)
    {
        // The user is Minato's addition: ss does not ask for it.
        if (row.Uid != 0 && columns.Release is null) fields.Number("uid:"u8, row.Uid);
        if (row.Has(SocketFields.Shutdown)) InetExtras.AppendShutdown(fields, row.Shutdown);
        if (row.Has(SocketFields.UnixFile))
        {
            fields.Number("ino:"u8, row.UnixFileInode);
            (uint major, uint minor) = Device(row.UnixFileDevice);
            fields.Number("dev:"u8, major);
            fields.Sink.Append((byte)'/');
            fields.Sink.AppendNumber(minor);
        }

        if (!row.Has(SocketFields.UnixPending)) return;
        fields.Start("peers:"u8);
        foreach (uint inode in row.UnixPendingPeers) fields.Number(default, inode);
    }

    // The kernel tells the number as it keeps it, 12 bits and 20. ss takes it for the number that stat(2) gives, whose
    // lowest 8 and highest 12 bits are the minor.
    private (uint Major, uint Minor) Device(uint device) => columns.Release is null
        ? (device >> 20, device & 0xFFFFF)
        : (device >> 8 & 0xFFF, device & 0xFF | device >> 12 & 0xFFF00);
}
