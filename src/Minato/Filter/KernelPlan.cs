using System;
using System.Collections.Generic;
using Minato.Filter.Conditions;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter;

/// <summary>The part of a filter that the kernel can check: never narrower than the filter.</summary>
internal static class KernelPlan
{
    // Kinds of condition that not every kernel takes, the newest first: Cgroup came with 5.7, and Mark wants CAP_NET_ADMIN.
    private static ReadOnlySpan<KernelCode> LeftOutInTurn => [KernelCode.Cgroup, KernelCode.Mark, KernelCode.Device];

    /// <summary>The kernel's part, or null when it can check nothing.</summary>
    public static KernelFilter? Of(SocketFilter filter) => Of(filter, leftOut: 0);

    private static KernelFilter? Of(SocketFilter filter, int leftOut)
    {
        ReadOnlySpan<ExpressionNode> nodes = filter.Expression.Nodes;
        KernelCondition[] conditions = new KernelCondition[nodes.Length];
        bool[] isOpen = new bool[nodes.Length];
        int used = 0;
        bool isWhole = true;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Kind != NodeKind.Condition) continue;
            KernelCondition? condition = IsAskable(filter, nodes[i].Condition!) ? nodes[i].Condition!.ToKernel() : null;
            isOpen[i] = condition is null || (leftOut >> (int)condition.Value.Code & 1) != 0;
            isWhole &= !isOpen[i];
            if (isOpen[i]) continue;
            conditions[i] = condition!.Value;
            used |= 1 << (int)condition.Value.Code;
        }

        (ushort local, ushort peer) = RequiredPorts(filter, isOpen, ref isWhole, out (Endpoint, Endpoint)? connection);
        FlowStep[] steps = isWhole ? filter.Steps : FlowPlan.Steps(filter.Expression, isOpen);
        byte[]? program = KernelAssembler.Assemble(steps, conditions);
        if (program is null or [] && local == 0 && peer == 0) return null;
        return new KernelFilter(program ?? [], program is null or [] ? null : () => Weaker(filter, leftOut, used, local, peer))
        {
            LocalPort = local,
            PeerPort = peer,
            Connection = connection,
        };
    }

    private static KernelFilter? Weaker(SocketFilter filter, int leftOut, int used, ushort local, ushort peer)
    {
        foreach (KernelCode code in LeftOutInTurn)
        {
            if ((used >> (int)code & 1) != 0) return Of(filter, leftOut | 1 << (int)code);
        }

        return Bare(local, peer);
    }

    private static KernelFilter? Bare(ushort local, ushort peer) =>
        local == 0 && peer == 0 ? null : new KernelFilter([], null) { LocalPort = local, PeerPort = peer };

    // What ss decides by itself, by the bits of addresses of whatever family, the kernel cannot decide; and where ss does not
    // ask the kernel, it never learns who chose a port.
    private static bool IsAskable(SocketFilter filter, FilterCondition condition) =>
        !filter.IsLeftToSs || condition is not AutoboundCondition && !condition.HasTwoReadings;

    // A port that every socket must have goes into the request itself: down from the root through "and" alone.
    private static (ushort Local, ushort Peer) RequiredPorts(
        SocketFilter filter, bool[] isOpen, ref bool isWhole, out (Endpoint Local, Endpoint Peer)? connection)
    {
        ReadOnlySpan<ExpressionNode> nodes = filter.Expression.Nodes;
        ushort local = 0;
        ushort peer = 0;
        IpAddr? localAddress = null;
        IpAddr? peerAddress = null;
        int node = filter.Expression.Root;
        Stack<int> pending = new(4);
        pending.Push(node);
        while (pending.TryPop(out node))
        {
            if (nodes[node].Kind == NodeKind.And)
            {
                pending.Push(nodes[node].Left);
                pending.Push(nodes[node].Right);
            }
            else if (nodes[node].Condition is EndCondition end && !isOpen[node])
            {
                if (Address(end) is { } address)
                {
                    if (end.IsPeer) peerAddress = address;
                    else localAddress = address;
                }

                if (end.Port is <= 0 or > ushort.MaxValue) continue;
                ref ushort required = ref end.IsPeer ? ref peer : ref local;

                // The request has room for one: another, that no socket can have at the same time, is the program's to check.
                if (required != 0 && required != end.Port) continue;
                required = (ushort)end.Port;

                // With nothing but the port to check, the program need not check it again.
                if (end.Prefixes[0].Family is null) isOpen[node] = true;
                isWhole &= !isOpen[node];
            }
        }

        bool isOne = local != 0 && peer != 0 && localAddress is not null && localAddress?.IsV6 == peerAddress?.IsV6;
        connection = isOne ? (new Endpoint(localAddress!.Value, local), new Endpoint(peerAddress!.Value, peer)) : null;
        return (local, peer);
    }

    // The one address that the condition leaves. An IPv4 address in IPv6 form is looked up as what it is not.
    private static IpAddr? Address(EndCondition end) => end.Prefixes is
        [{ Family: SocketFamily.Inet, Bits: 32 } or { Family: SocketFamily.Inet6, Bits: 128, Address.IsV4Mapped: false }] ? end.Prefixes[0].Address : null;
}
