using Minato.Model;

namespace Minato.Reading;

/// <summary>Puts the two ends of a printed row into it, with the interface that they name.</summary>
internal static class RowEnds
{
    /// <summary>
    /// Ends whose scope belongs to the address (Windows, macOS): the row keeps one interface, which is said of every
    /// link-local address in it. What that would not give back stays a text.
    /// </summary>
    public static void SetScoped(TextNames names, ref EndWord local, ref EndWord peer, ref SocketEntry row)
    {
        uint index = TakeScope(names, ref local);
        uint peerIndex = TakeScope(names, ref peer);
        bool hasLocal = IsLinkLocal(in local);
        bool hasPeer = IsLinkLocal(in peer);
        if (hasPeer && hasLocal && peerIndex != index) EndWords.KeepHost(names, ref peer);
        row.InterfaceIndex = hasLocal ? index : hasPeer ? peerIndex : 0;
        Set(in local, in peer, ref row);
    }

    /// <summary>Ends of ss: the interface is the socket's and stands behind whatever its own address is.</summary>
    public static void SetBound(TextNames names, ref EndWord local, ref EndWord peer, ref SocketEntry row)
    {
        uint index = 0;
        if (!local.Scope.IsEmpty && (index = names.AddInterface(local.Scope)) == 0) EndWords.KeepHost(names, ref local);
        if (!peer.Scope.IsEmpty) EndWords.KeepHost(names, ref peer);
        row.InterfaceIndex = index;
        Set(in local, in peer, ref row);
    }

    /// <summary>Ends of net-tools, which names no interface.</summary>
    public static void Set(TextNames names, ref EndWord local, ref EndWord peer, ref SocketEntry row)
    {
        if (!local.Scope.IsEmpty) EndWords.KeepHost(names, ref local);
        if (!peer.Scope.IsEmpty) EndWords.KeepHost(names, ref peer);
        Set(in local, in peer, ref row);
    }

    private static void Set(in EndWord local, in EndWord peer, ref SocketEntry row)
    {
        row.LocalEnd = local.End;
        row.PeerEnd = peer.End;
        if (row.InterfaceIndex != 0) row.Known |= SocketFields.Interface;
    }

    // A scope that the row could not say again makes its address a text.
    private static uint TakeScope(TextNames names, ref EndWord end)
    {
        if (end.Scope.IsEmpty) return 0;
        uint index = IsLinkLocal(in end) && (end.Scope.Length == 1 || end.Scope[0] != '0') ? names.AddInterface(end.Scope) : 0;
        if (index == 0) EndWords.KeepHost(names, ref end);
        return index;
    }

    private static bool IsLinkLocal(in EndWord end) => !end.IsText && end.End.Addr.IsLinkLocal;
}
