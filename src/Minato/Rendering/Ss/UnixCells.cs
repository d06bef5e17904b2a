using System;
using Minato.Model;

namespace Minato.Rendering.Ss;

/// <summary>Both ends of a UNIX socket as ss writes them: the inodes stand where ports do.</summary>
internal sealed class UnixCells(Utf8Sink sink, SsColumns columns)
{
    private readonly Escaping _escaping = columns.Escaping;
    private readonly bool _hasSignedInodes = columns.Release is { HasUnsignedInodes: false };

    public void AppendLocalAddress(in SocketEntry row)
    {
        AppendPath(row.UnixPath.Span);
        sink.Append((byte)' ');
    }

    public void AppendLocalPort(in SocketEntry row) => AppendInode(row.Inode);

    public void AppendPeerAddress() => sink.Append("* "u8);

    public void AppendPeerPort(in SocketEntry row) => AppendInode(row.UnixPeerInode);

    private void AppendInode(ulong inode)
    {
        if (_hasSignedInodes && (int)inode < 0)
        {
            sink.Append((byte)'-');
            inode = (ulong)-(long)(int)inode;
        }

        sink.AppendNumber(inode);
    }

    // An abstract name starts with NUL and may hold more of them; ss shows each as '@'.
    private void AppendPath(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty)
        {
            sink.Append((byte)'*');
            return;
        }

        int nul;
        while ((nul = path.IndexOf((byte)0)) >= 0)
        {
            Untrusted.Append(sink, path[..nul], _escaping);
            sink.Append((byte)'@');
            path = path[(nul + 1)..];
        }

        Untrusted.Append(sink, path, _escaping);
    }
}
