using System.Text;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>A number that a socket has.</summary>
internal enum FilterNumber : byte
{
    ReceiveQueue,
    SendQueue,
    Uid,
    Inode,
    NetNamespace,
    RoundTripTime,
    MinRoundTripTime,
    Retransmits,
    CongestionWindow,
    BytesSent,
    BytesReceived,
    LastSent,
    LastReceived,
}

/// <summary>A number compared: <c>rtt &gt; 100ms</c>, <c>sendq &gt; 1MiB</c>. What a socket does not have compares to nothing.</summary>
/// <param name="number">Which number.</param>
/// <param name="comparison">How it is compared.</param>
/// <param name="bound">With what: times in microseconds, sizes in bytes.</param>
internal sealed class NumberCondition(FilterNumber number, Comparison comparison, long bound) : FilterCondition
{
    private const long MicrosecondsPerMillisecond = 1000;

    // "Not measured yet": tcp_min_rtt starts from the largest number there is.
    private const uint NoMinimum = uint.MaxValue;

    public override SocketFields Fields => number switch
    {
        FilterNumber.ReceiveQueue or FilterNumber.SendQueue => SocketFields.UnixQueues,
        FilterNumber.Uid => SocketFields.User,
        FilterNumber.Inode => SocketFields.None,
        FilterNumber.NetNamespace => SocketFields.Cookie,
        _ => SocketFields.Info,
    };

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading) => number switch
    {
        FilterNumber.ReceiveQueue => comparison.Holds(row.ReceiveQueue, bound),
        FilterNumber.SendQueue => comparison.Holds(row.SendQueue, bound),
        FilterNumber.Uid => row.Has(SocketFields.User) && comparison.Holds(row.Uid, bound),
        FilterNumber.Inode => comparison.Holds((long)row.Inode, bound),
        FilterNumber.NetNamespace => row.Identity.NetNamespace != 0 && comparison.Holds((long)row.Identity.NetNamespace, bound),
        _ => batch.DetailsOf(in row) is { } details && details.Has(DetailParts.Tcp)
            && Read(in details.Tcp) is { } known && comparison.Holds(known, bound),
    };

    public override void AppendTo(StringBuilder text)
    {
        string unit = number switch
        {
            FilterNumber.RoundTripTime or FilterNumber.MinRoundTripTime or FilterNumber.LastSent or FilterNumber.LastReceived => "us",
            _ => "",
        };
        text.Append(Name).Append(' ').Append(comparison.Sign()).Append(' ').Append(bound).Append(unit);
    }

    private string Name => number switch
    {
        FilterNumber.ReceiveQueue => "recvq",
        FilterNumber.SendQueue => "sendq",
        FilterNumber.Uid => "uid",
        FilterNumber.Inode => "inode",
        FilterNumber.NetNamespace => "netns",
        FilterNumber.RoundTripTime => "rtt",
        FilterNumber.MinRoundTripTime => "minrtt",
        FilterNumber.Retransmits => "retrans",
        FilterNumber.CongestionWindow => "cwnd",
        FilterNumber.BytesSent => "bytes_sent",
        FilterNumber.BytesReceived => "bytes_received",
        FilterNumber.LastSent => "lastsnd",
        _ => "lastrcv",
    };

    private long? Read(in TcpMetrics tcp) => number switch
    {
        FilterNumber.RoundTripTime => tcp.RoundTripTime == 0 ? null : tcp.RoundTripTime,
        FilterNumber.MinRoundTripTime => tcp.MinRoundTripTime is null or 0 or NoMinimum ? null : tcp.MinRoundTripTime,
        FilterNumber.Retransmits => tcp.TotalRetransmits,
        FilterNumber.CongestionWindow => tcp.CongestionWindow,
        FilterNumber.BytesSent => (long?)tcp.BytesSent,
        FilterNumber.BytesReceived => (long?)tcp.BytesReceived,
        FilterNumber.LastSent => tcp.LastDataSent * MicrosecondsPerMillisecond,
        _ => tcp.LastDataReceived * MicrosecondsPerMillisecond,
    };
}
