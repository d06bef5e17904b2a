using Minato.Model;

namespace Minato.Rendering.Netstat;

internal sealed partial class NetstatCells
{
    // A row that was read from another program's table knows what that table said: the rest is a dash, never a zero.
    private static bool IsUntold(NetstatCell cell, in SocketEntry row, in SocketBatch batch)
    {
        if (!row.Has(SocketFields.FromText)) return false;
        return cell switch
        {
            NetstatCell.ReceiveQueue or NetstatCell.SendQueue => !row.Has(SocketFields.Queues),
            NetstatCell.User => !row.Has(SocketFields.User),
            NetstatCell.Inode => !row.Has(SocketFields.Inode),
            NetstatCell.Program => !row.Has(SocketFields.Owners),
            NetstatCell.ProcessId => !row.Has(SocketFields.Owners) || batch.OwnersOf(in row) is [.., { Pid: < 0 }],
            NetstatCell.Timer => !row.Has(SocketFields.Timer),
            NetstatCell.UnixReferences => !row.Has(SocketFields.UnixReferences),
            _ => false,
        };
    }
}
