using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>User, inode and cookie (-e) of sockets outside the internet families.</summary>
internal static class SocketIdentityText
{
    public static void Append(ExtraFields fields, SsColumns columns, in SocketEntry row)
    {
        if (row.Uid != 0) fields.Number("uid:"u8, row.Uid);
        fields.Number("ino:"u8, row.Inode);

        // A file of /proc tells no cookie, and ss says 0 then.
        if (row.Has(SocketFields.Cookie)) fields.Hex("sk:"u8, row.Id.Value);
        else if (columns.Release is not null) fields.Hex("sk:"u8, 0);
    }
}
