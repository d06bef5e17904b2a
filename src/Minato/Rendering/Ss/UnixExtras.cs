using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>What -e says of a UNIX socket.</summary>
internal sealed class UnixExtras(ExtraFields fields)
{
    public void Append(in SocketEntry row)
    {
        if (row.Uid != 0) fields.Number("uid:"u8, row.Uid);
        if (row.Has(SocketFields.Shutdown)) InetExtras.AppendShutdown(fields, row.Shutdown);
        if (row.Has(SocketFields.UnixFile))
        {
            fields.Number("ino:"u8, row.UnixFileInode);
            fields.Number("dev:"u8, row.UnixFileDevice >> 20);
            fields.Sink.Append((byte)'/');
            fields.Sink.AppendNumber(row.UnixFileDevice & 0xFFFFF);
        }

        if (!row.Has(SocketFields.UnixPending)) return;
        fields.Start("peers:"u8);
        foreach (uint inode in row.UnixPendingPeers) fields.Number(default, inode);
    }
}
