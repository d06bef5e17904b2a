using System.Text;
using Minato.Filter.Kernel;
using Minato.Model;

namespace Minato.Filter.Conditions;

/// <summary>A bound of one end's port: <c>sport &gt;=</c>, <c>dport &lt;=</c>.</summary>
internal sealed class PortRangeCondition(bool isPeer, bool isLeast, long port) : FilterCondition
{
    public bool IsPeer => isPeer;

    public bool IsLeast => isLeast;

    public long Port => port;

    public override SocketFields Fields => isPeer ? SocketFields.UnixPeer : SocketFields.None;

    // The kernel's instruction has room for 16 bits of the port.
    public override bool HasTwoReadings => port is < 0 or > ushort.MaxValue;

    public override bool Test(in SocketEntry row, in SocketBatch batch, FilterReading reading)
    {
        long number = (isPeer ? SsEnd.Peer(in row) : SsEnd.Local(in row)).Number;
        long bound = reading == FilterReading.Kernel && row.Family is SocketFamily.Inet or SocketFamily.Inet6 ? (ushort)port : port;
        return isLeast ? number >= bound : number <= bound;
    }

    public override KernelCondition? ToKernel() => new KernelCondition((isPeer, isLeast) switch
    {
        (false, true) => KernelCode.LocalPortAtLeast,
        (false, false) => KernelCode.LocalPortAtMost,
        (true, true) => KernelCode.PeerPortAtLeast,
        (true, false) => KernelCode.PeerPortAtMost,
    })
    {
        Port = (ushort)port,
    };

    public override void AppendTo(StringBuilder text) =>
        text.Append(isPeer ? "dport " : "sport ").Append(isLeast ? ">= :" : "<= :").Append(port);
}
