using Minato.Model;

namespace Minato.Filter.Kernel;

/// <summary>One question that the kernel can answer of a socket; which members count is up to the code.</summary>
/// <param name="Code">What is asked.</param>
internal readonly record struct KernelCondition(KernelCode Code)
{
    /// <summary>Of an end: no port is asked.</summary>
    public const int AnyPort = -1;

    /// <summary>Of an end, the family that the address must have; null is either.</summary>
    public SocketFamily? Family { get; init; }

    /// <summary>Of an end, how many leading bits of the address count.</summary>
    public byte PrefixLength { get; init; }

    /// <summary>Of an end, the address.</summary>
    public IpAddr Address { get; init; }

    /// <summary>The port.</summary>
    public int Port { get; init; }

    /// <summary>An interface's index, or a firewall mark.</summary>
    public uint Number { get; init; }

    /// <summary>Which bits of the mark count.</summary>
    public uint Mask { get; init; }

    /// <summary>A control group's id.</summary>
    public ulong CgroupId { get; init; }

    /// <summary>How many bytes the instruction has, its head included.</summary>
    public int Size => Code switch
    {
        KernelCode.LocalEnd or KernelCode.PeerEnd => Family switch
        {
            SocketFamily.Inet6 => 28,
            SocketFamily.Inet => 16,
            _ => 12,
        },
        KernelCode.Mark or KernelCode.Cgroup => 12,
        KernelCode.Nop or KernelCode.Jump or KernelCode.AutoBound => 4,
        _ => 8,
    };
}

/// <summary>An instruction where it stands in a program.</summary>
/// <param name="Condition">What it asks.</param>
/// <param name="Yes">How many bytes to go on from its start when the answer is yes.</param>
/// <param name="No">How many when it is no.</param>
internal readonly record struct KernelInstruction(KernelCondition Condition, byte Yes, ushort No);
