using Minato.Model;
using Minato.Rendering;
using Minato.Rendering.Ss;

namespace Minato.Tests.Rendering;

public sealed class SsSummaryTests
{
    [Fact]
    public void Counts_stand_as_ss_has_them() => Assert.Equal(
        "Total: 213\nTCP:   15 (estab 3, closed 5, orphaned 1, timewait 2)\n\n" +
        "Transport Total     IP        IPv6\n" +
        "RAW\t  3         1         2        \n" +
        "UDP\t  9         4         5        \n" +
        "TCP\t  10        7         3        \n" +
        "INET\t  22        12        10       \n" +
        "FRAG\t  1         0         1        \n\n",
        Write(new SocketSummary
        {
            Total = 213,
            TcpEstablished = 3,
            TcpAllocated = 13,
            TcpOrphaned = 1,
            TcpTimeWait = 2,
            TcpV4 = 7,
            TcpV6 = 3,
            UdpV4 = 4,
            UdpV6 = 5,
            RawV4 = 1,
            RawV6 = 2,
            FragmentsV6 = 1,
        }));

    [Fact]
    public void A_count_that_the_kernel_told_late_may_be_below_zero() =>
        Assert.Contains("closed -2,", Write(new SocketSummary { TcpV4 = 2 }), System.StringComparison.Ordinal);

    private static string Write(SocketSummary counts)
    {
        MemoryOutput output = new();
        Utf8Sink sink = new(output);
        SsSummary.Append(sink, counts);
        Assert.True(sink.Flush());
        return output.Text;
    }
}
