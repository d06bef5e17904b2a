namespace Minato.Model;

/// <summary>What /proc/net/tcp tells of a connection beside the row (proc_pid_net(5)).</summary>
/// <param name="KernelAddress">Where the kernel keeps the socket; 0 or a hash where it hides that.</param>
/// <param name="RetransmissionTimeout">Retransmission timeout in hundredths of a second.</param>
/// <param name="AckTimeout">Timeout of delayed acknowledgements in hundredths of a second.</param>
/// <param name="QuickAcks">Twice the number of acknowledgements still to be sent at once, and 1 in a dialogue.</param>
/// <param name="CongestionWindow">Congestion window in segments.</param>
/// <param name="SlowStartThreshold">Slow start threshold in segments; -1 is none yet.</param>
internal readonly record struct ProcNetTcp(
    ulong KernelAddress,
    int RetransmissionTimeout,
    int AckTimeout,
    int QuickAcks,
    uint CongestionWindow,
    int SlowStartThreshold);
