using System;
using Minato.Interop.Linux.SockDiag;
using Minato.Model;

namespace Minato.Wire;

/// <summary>Turns one message of TIPC's diag module, which is nested attributes alone (linux/tipc_netlink.h), into a row.</summary>
internal static class TipcDiagDecoder
{
    /// <summary>False when the message is damaged or holds no socket. <paramref name="entry"/> has to come empty; <paramref name="details"/> is null when none were asked.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> payload, ulong netNamespace, ref SocketEntry entry, SocketDetails? details)
    {
        entry.Transport = Transport.Tipc;
        entry.Family = SocketFamily.Tipc;
        Extras extras = default;
        bool isSocket = false;
        bool isWhole = true;
        AttributeReader reader = new(payload);
        while (reader.TryRead())
        {
            if (reader.Type != TipcDiag.TIPC_NLA_SOCK) continue;
            isSocket = true;
            isWhole &= TakeSocket(reader.Value, netNamespace, ref entry, ref extras);
        }

        details?.SetTipc(new TipcDetails(
            extras.LinkIsFull ? TipcCongestion.Link : extras.PeerIsFull ? TipcCongestion.Connection : TipcCongestion.None,
            extras.Dropped,
            extras.HasPublication,
            extras.IsByName ? extras.Via : null));
        return isSocket && isWhole && reader.Fault == NetlinkFault.None;
    }

    private static bool TakeSocket(ReadOnlySpan<byte> attributes, ulong netNamespace, ref SocketEntry entry, ref Extras extras)
    {
        bool isWhole = true;
        AttributeReader reader = new(attributes);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case TipcDiag.TIPC_NLA_SOCK_ADDR when reader.TryUInt32(out uint node):
                    entry.LocalEnd.Addr.Set(0, node, isV6: false);
                    break;
                case TipcDiag.TIPC_NLA_SOCK_REF when reader.TryUInt32(out uint port):
                    entry.LocalNumber = port;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_TYPE when reader.TryUInt32(out uint type):
                    entry.Protocol = (ushort)type;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_TIPC_STATE when reader.TryUInt32(out uint state):
                    entry.State = (SocketState)state;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_INO when reader.TryUInt32(out uint inode):
                    entry.Inode = inode;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_UID when reader.TryUInt32(out uint uid):
                    entry.Uid = uid;
                    entry.Known |= SocketFields.User;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_COOKIE when reader.TryUInt64(out ulong cookie):
                    entry.Identity.Set(netNamespace, cookie, SocketIdKind.Cookie);
                    entry.Known |= SocketFields.Cookie;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_HAS_PUBL:
                    extras.HasPublication = true;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_CON:
                    isWhole &= TakeConnection(reader.Value, ref entry, ref extras);
                    break;
                case TipcDiag.TIPC_NLA_SOCK_STAT:
                    isWhole &= TakeStatistics(reader.Value, ref entry, ref extras);
                    break;
            }
        }

        return isWhole && reader.Fault == NetlinkFault.None;
    }

    private static bool TakeConnection(ReadOnlySpan<byte> attributes, ref SocketEntry entry, ref Extras extras)
    {
        entry.Known |= SocketFields.OtherEnd;
        AttributeReader reader = new(attributes);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case TipcDiag.TIPC_NLA_CON_NODE when reader.TryUInt32(out uint node):
                    entry.PeerEnd.Addr.Set(0, node, isV6: false);
                    break;
                case TipcDiag.TIPC_NLA_CON_SOCK when reader.TryUInt32(out uint port):
                    entry.PeerNumber = port;
                    break;
                case TipcDiag.TIPC_NLA_CON_FLAG:
                    extras.IsByName = true;
                    break;
                case TipcDiag.TIPC_NLA_CON_TYPE when reader.TryUInt32(out uint type):
                    extras.Via = extras.Via with { Type = type };
                    break;
                case TipcDiag.TIPC_NLA_CON_INST when reader.TryUInt32(out uint instance):
                    extras.Via = extras.Via with { Instance = instance };
                    break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }

    private static bool TakeStatistics(ReadOnlySpan<byte> attributes, ref SocketEntry entry, ref Extras extras)
    {
        AttributeReader reader = new(attributes);
        while (reader.TryRead())
        {
            switch (reader.Type)
            {
                case TipcDiag.TIPC_NLA_SOCK_STAT_RCVQ when reader.TryUInt32(out uint queue):
                    entry.ReceiveQueue = queue;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_STAT_SENDQ when reader.TryUInt32(out uint queue):
                    entry.SendQueue = queue;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_STAT_LINK_CONG:
                    extras.LinkIsFull = true;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_STAT_CONN_CONG:
                    extras.PeerIsFull = true;
                    break;
                case TipcDiag.TIPC_NLA_SOCK_STAT_DROP when reader.TryUInt32(out uint dropped):
                    extras.Dropped = dropped;
                    break;
            }
        }

        return reader.Fault == NetlinkFault.None;
    }

    private struct Extras
    {
        public bool HasPublication;
        public bool LinkIsFull;
        public bool PeerIsFull;
        public bool IsByName;
        public uint Dropped;
        public TipcName Via;
    }
}
