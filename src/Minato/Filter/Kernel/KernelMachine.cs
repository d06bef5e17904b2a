using System;
using Minato.Model;

namespace Minato.Filter.Kernel;

/// <summary>What the kernel lets a program see of a socket.</summary>
internal readonly record struct KernelSocket
{
    public SocketFamily Family { get; init; }

    public Endpoint Local { get; init; }

    public Endpoint Peer { get; init; }

    public uint Device { get; init; }

    public uint Mark { get; init; }

    public ulong CgroupId { get; init; }

    /// <summary>Whether the kernel chose the local port.</summary>
    public bool IsAutoBound { get; init; }
}

/// <summary>Runs a program as the kernel does (net/ipv4/inet_diag.c, inet_diag_bc_run); for programs that the verifier let pass.</summary>
internal static class KernelMachine
{
    public static bool Accepts(ReadOnlySpan<byte> program, in KernelSocket socket)
    {
        int at = 0;
        while (at < program.Length)
        {
            KernelInstruction instruction = KernelDisassembler.Read(program[at..])!.Value;
            at += Holds(instruction.Condition, in socket) ? instruction.Yes : instruction.No;
        }

        return at == program.Length;
    }

    private static bool Holds(in KernelCondition condition, in KernelSocket socket) => condition.Code switch
    {
        KernelCode.Nop => true,
        KernelCode.Jump => false,
        KernelCode.LocalPortAtLeast => socket.Local.Port >= condition.Port,
        KernelCode.LocalPortAtMost => socket.Local.Port <= condition.Port,
        KernelCode.LocalPortIs => socket.Local.Port == condition.Port,
        KernelCode.PeerPortAtLeast => socket.Peer.Port >= condition.Port,
        KernelCode.PeerPortAtMost => socket.Peer.Port <= condition.Port,
        KernelCode.PeerPortIs => socket.Peer.Port == condition.Port,
        KernelCode.AutoBound => socket.IsAutoBound,
        KernelCode.LocalEnd => IsEnd(in condition, socket.Local, socket.Family),
        KernelCode.PeerEnd => IsEnd(in condition, socket.Peer, socket.Family),
        KernelCode.Device => socket.Device == condition.Number,
        KernelCode.Mark => (socket.Mark & condition.Mask) == condition.Number,
        _ => socket.CgroupId == condition.CgroupId,
    };

    private static bool IsEnd(in KernelCondition condition, in Endpoint end, SocketFamily family)
    {
        if (condition.Port != KernelCondition.AnyPort && condition.Port != end.Port) return false;
        if (condition.Family is not { } wanted) return true;
        IpAddr address = end.Address;
        if (wanted != family)
        {
            // An IPv4 condition holds for what an IPv6 socket writes as ::ffff:a.b.c.d.
            if (wanted != SocketFamily.Inet || !address.IsV4Mapped) return false;
            address = IpAddr.V4((uint)address.Low);
        }

        return SharesPrefix(in address, condition.Address, condition.PrefixLength);
    }

    private static bool SharesPrefix(in IpAddr left, in IpAddr right, int bits)
    {
        if (!left.IsV6) return bits == 0 || (left.Low ^ right.Low) >> (32 - bits) == 0;
        UInt128 difference = new(left.High ^ right.High, left.Low ^ right.Low);
        return bits == 0 || difference >> (128 - bits) == 0;
    }
}
